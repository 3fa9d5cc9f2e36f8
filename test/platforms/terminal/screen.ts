/** The sequences that readline and the platform write (ECMA-48 §8.3): cursor up and to a column, erase below, colour. */
const TOKEN = /\u001b\[(\d*)([A-Za-z])|\r|\n|[^\u001b\r\n]/gu

/**
 * What a window shows after all this was written to it.
 * @returns its lines without trailing spaces, and without empty lines at the end
 */
export function screen(written: string, columns: number): readonly string[] {
  const rows: string[][] = [[]]
  let [row, column] = [0, 0]
  const control: Readonly<Record<string, (count: number | undefined) => void>> = {
    A: (count = 1) => {
      row = Math.max(0, row - count)
    },
    G: (count = 1) => {
      column = count - 1
    },
    J: () => {
      rows.length = row + 1
      rows[row]?.splice(column)
    },
    m: () => undefined,
  }
  for (const [token, count, name] of written.matchAll(TOKEN)) {
    if (name !== undefined) {
      const act = control[name]
      if (act === undefined) throw new Error(`the screen does not know ${JSON.stringify(token)}`)
      act(count === '' || count === undefined ? undefined : Number(count))
    } else if (token === '\r') column = 0
    else if (token === '\n') [row, column] = [row + 1, 0]
    else {
      if (column === columns) [row, column] = [row + 1, 0]
      const line = rows[row] ?? []
      rows[row] = line
      for (let gap = line.length; gap < column; gap += 1) line[gap] = ' '
      line[column] = token
      column += 1
    }
    rows[row] ??= []
  }
  return Array.from(rows, line => (line ?? []).join('').trimEnd())
    .join('\n')
    .trimEnd()
    .split('\n')
}
