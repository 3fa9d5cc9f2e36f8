/** Of so many articles of a group, evenly spread, the subjects tell those of all. */
export const MOST_ASKED = 12

/** At most `most` of a list, evenly spread over its order; the list itself when it is no longer. */
export const sampleOf = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most
    ? list
    : Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]).filter(
        item => item !== undefined,
      )
