/** Version 5: what a channel has chosen. NULL: nothing, the default holds. */
export const CHANNEL_SETTINGS = `
ALTER TABLE channels ADD COLUMN summaries TEXT;
`
