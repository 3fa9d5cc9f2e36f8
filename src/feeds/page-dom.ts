import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** What is used of an element: linkedom's own types ask for the browser's. */
export interface PageElement {
  readonly tagName: string
  readonly textContent: string | null
  readonly innerHTML: string
  readonly parentElement: PageElement | null
  readonly previousElementSibling: PageElement | null
  readonly nextElementSibling: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

/** A page as a tree. Nothing in it is run and nothing is loaded. */
export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement | null
}

/** The article as the reader mode of a browser finds it. */
export interface ReaderView {
  readonly content: PageElement
  readonly title: string
  readonly byline?: string
  readonly siteName?: string
  readonly language?: string
  readonly published?: string
}

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0]

/** Makes the tree of a page that isTreeSafe let pass; without that it can take minutes. */
export function openPage(html: string): PageDocument {
  return parseHTML(html).document as unknown as PageDocument
}

/** Finds the article of a page and takes it out of the page's tree; undefined when there is none. */
export function readPage(page: PageDocument): ReaderView | undefined {
  const reader = new Readability(page as unknown as ReadabilityDocument, {
    serializer: (node: unknown) => node as PageElement,
  })
  const found = reader.parse()
  if (found === null || found.content === null || found.content === undefined) return undefined
  const { byline, siteName, lang, publishedTime } = found
  return {
    content: found.content,
    title: found.title ?? '',
    ...(byline ? { byline } : {}),
    ...(siteName ? { siteName } : {}),
    ...(lang ? { language: lang } : {}),
    ...(publishedTime ? { published: publishedTime } : {}),
  }
}
