import { parse, serialize, type DefaultTreeAdapterMap } from 'parse5'

export type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

const isElement = (node: Node): node is Element => 'tagName' in node

/** A page as a browser reads it, and whatever in it no browser should have to guess. */
export interface Reading {
  readonly elements: readonly Element[]
  readonly problems: readonly string[]
}

/** Reads a page. What a browser would read as something else than what stands there is a problem. */
export const readHtml = (page: string): Reading => {
  const problems: string[] = []
  const document = parse(page, {
    onParseError: ({ code, startLine }) => problems.push(`${code} in line ${startLine}`),
  })
  // Whatever is nested as it must not be, a browser moves elsewhere.
  if (plainly(serialize(document)) !== plainly(page))
    problems.push('is read otherwise than written')
  return { elements: within(document), problems }
}

// The two ways of writing the same: how elements without an end are closed, which characters are written as names.
const plainly = (page: string): string =>
  page
    .replace(/\/>/g, '>')
    .replace(/=""/g, '')
    .replace(/<!doctype html>\s*/i, '')
    .replace(/charset=/gi, 'charset=')
    .replace(/srcset=/gi, 'srcset=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/\s+<\/body>/, '</body>')
    .trim()

const within = (node: Node): Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => [...(isElement(child) ? [child] : []), ...within(child)])
    : []

/** Everything inside an element that has this name, or carries this class. */
export const inside = (element: Element, wanted: string): Element[] =>
  within(element).filter(
    (one) => one.tagName === wanted || (attribute(one, 'class') ?? '').split(' ').includes(wanted),
  )

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

/** The words of an element, in one line. */
export const wordsOf = (element: Element): string => textOf(element).replace(/\s+/g, ' ').trim()

/** The text of an element to the letter. */
export const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : ''
