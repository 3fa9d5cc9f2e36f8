type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void

/** Structured log lines; fields never hold a token, a body or a URL's credentials. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
}
