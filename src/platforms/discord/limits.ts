/*
 * What one Discord message may hold, a little below the documented figures:
 * https://discord.com/developers/docs/components/reference (40 components, 4000 characters of text in all).
 */

/** Characters of all text displays of a message (documented: 4000). UTF-16 units, which are never fewer than Discord's. */
export const TEXT_CHARS = 3900

/** UTF-8 bytes of all text displays: above about 10,158 Discord answers 500 (discord-api-docs issue 8554). */
export const TEXT_BYTES = 9600

/** Characters of a part before rendering; escapes and our own markup need the rest. */
export const SPLIT_CHARS = 3000

/** Text displays of a message: one for each story while they are few. */
export const TEXT_DISPLAYS = 10

export const BUTTONS_PER_ROW = 5
export const BUTTON_ROWS = 4
export const BUTTON_LABEL_CHARS = 80
export const CUSTOM_ID_CHARS = 100

/** A longer link is left out: it would not leave room for what it points at. */
export const LINK_CHARS = 1000

export const SUGGESTIONS = 25
export const SUGGESTION_CHARS = 100
export const DESCRIPTION_CHARS = 100
