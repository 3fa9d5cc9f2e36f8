import type { SQLOutputValue } from 'node:sqlite'

/** One row as the database gives it, by column name. */
export type Row = Readonly<Record<string, SQLOutputValue>>

const NUL = '\0'

/** The text without NUL characters: PostgreSQL takes none in text, so no store keeps them. */
export const withoutNuls = (text: string): string => (text.includes(NUL) ? text.replaceAll(NUL, '') : text)

/** The text of a column. @throws TypeError when it holds none: the schema and the code disagree */
export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`)
  return value
}

/** The whole number of a column. @throws TypeError when it holds none */
export function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`)
  return value
}

/** The time of a column that keeps milliseconds since 1970 UTC. @throws TypeError when it holds none */
export const date = (row: Row, column: string): Date => new Date(integer(row, column))

/** The text of a column that may be NULL. */
export const findText = (row: Row, column: string): string | undefined =>
  row[column] === null ? undefined : text(row, column)

/** The whole number of a column that may be NULL. */
export const findInteger = (row: Row, column: string): number | undefined =>
  row[column] === null ? undefined : integer(row, column)

/** The time of a column that may be NULL. */
export const findDate = (row: Row, column: string): Date | undefined =>
  row[column] === null ? undefined : date(row, column)

/** The words of a column that keeps a JSON array of strings. */
export function words(row: Row, column: string): readonly string[] {
  const value: unknown = JSON.parse(text(row, column))
  if (!Array.isArray(value)) throw new TypeError(`column ${column} holds no list`)
  return value.map(String)
}

/** An optional property: present only when there is a value (exactOptionalPropertyTypes). */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Name in Key]?: Value })
}
