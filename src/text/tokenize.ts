import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

export interface TokenizeOptions {
  /** XML: names keep their case, CDATA is text, no element is void. */
  readonly isXml: boolean
  /** References in text and attributes are decoded; otherwise they are part of what is found. */
  readonly decodesEntities: boolean
}

const ignore = (): void => undefined

const IGNORE_ALL: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
}

/**
 * Reads markup as tokens, never as a tree: linear in its length whatever it is (a parser that closes elements takes
 * minutes for hostile nesting).
 * @param markup HTML or XML
 * @param callbacks told offsets into `markup`; what is left out is passed over
 */
export function tokenize(
  markup: string,
  { isXml, decodesEntities }: TokenizeOptions,
  callbacks: Partial<TokenizerCallbacks>,
): void {
  const tokenizer = new Tokenizer({ xmlMode: isXml, decodeEntities: decodesEntities }, { ...IGNORE_ALL, ...callbacks })
  tokenizer.write(markup)
  tokenizer.end()
}
