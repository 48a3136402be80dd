import type { Draft, HeaderList } from './message.ts'
import { messageText, statusText } from './text.ts'

/** What came of reading a text as the HTTP message that takes another's place. */
export interface RawReading {
  /** The message as it goes on: with the text itself, where that is no HTTP. */
  readonly draft: Draft
  /** Why the text is no HTTP, in one sentence. */
  readonly problem?: string
  /** What of the text was not taken as it stands, in one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Reads a text as the HTTP/1.1 message that is to go where `draft` was going. Never throws: a text that is no HTTP goes on as
 * the text it is, and `problem` says which line cannot be read. A local act has no such text and stays as it is.
 */
export const readRaw = (text: string, draft: Draft): RawReading => {
  if (draft.kind === 'act' || text === messageText(draft)) return { draft, notes: [] }
  const [whole, top, body = ''] = /^(.*?)\r?\n\r?\n(.*)$/s.exec(text) ?? []
  const [start = '', ...lines] = (top ?? text.replace(/\r?\n$/, '')).split(/\r?\n/)
  const unended =
    whole === undefined
      ? ['The empty line that ends the headers is missing: the lab puts it there.']
      : []
  const head = headOf(start, lines, draft)
  if ('problem' in head) return { draft: unreadable(text, draft), ...head, notes: [] }
  return {
    draft: {
      ...draft,
      ...(head.kind === 'request'
        ? { request: { ...head.request, ...(body !== '' && { body }) } }
        : { response: { ...head.response, body } }),
    } as Draft,
    notes: [...unended, ...head.notes],
  }
}

const unreadable = (text: string, draft: Draft): Draft => {
  if (draft.kind === 'request')
    return {
      ...draft,
      request: { method: '', url: draft.request.url, headers: [], unreadable: text },
    }
  return draft.kind === 'response'
    ? { ...draft, response: { status: 0, headers: [], body: '', unreadable: text } }
    : draft
}

type Bad = { readonly problem: string }

const headOf = (start: string, lines: readonly string[], draft: Draft) => {
  const line = draft.kind === 'request' ? requestLine(start, draft.request.url) : statusLine(start)
  if ('problem' in line) return line
  const headers: [string, string][] = []
  for (const [index, text] of lines.entries()) {
    const read = headerLine(text, index + 2)
    if ('problem' in read) return read
    headers.push(read.header)
  }
  const given: HeaderList = headers
  return line.kind === 'request'
    ? { ...line, request: { ...line.request, headers: given } }
    : { ...line, response: { ...line.response, headers: given } }
}

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`

const VERSION = /^HTTP\/\d(\.\d)?$/

const versionNotes = (version: string): string[] =>
  version === 'HTTP/1.1'
    ? []
    : [`The lab speaks HTTP/1.1 only: ${quoted(version)} becomes that on the way.`]

const requestLine = (line: string, before: string) => {
  const words = line.split(' ')
  const [method = '', target = '', version = ''] = words
  if (words.length !== 3 || words.includes('') || !VERSION.test(version))
    return {
      problem: `Line 1, ${quoted(line)}, is no request line: that is a method, a target and \`HTTP/1.1\`, with one space between them.`,
    } satisfies Bad
  const url = urlOf(target, before)
  return { kind: 'request', request: { method, url }, notes: versionNotes(version) } as const
}

// A target that is a whole URL goes there; any other goes where the message was going.
const urlOf = (target: string, before: string): string => {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(target)) return target
  const [, origin, , fragment = ''] = /^([^:/?#]+:\/\/[^/?#]*)([^#]*)(#.*)?$/s.exec(before) ?? []
  return origin === undefined ? (target === '/' ? before : target) : origin + target + fragment
}

const statusLine = (line: string) => {
  const [, version = '', status = '', phrase = ''] =
    /^(HTTP\/\d(?:\.\d)?) ([1-5]\d\d)(?: (.*))?$/.exec(line) ?? []
  if (status === '')
    return {
      problem: `Line 1, ${quoted(line)}, is no status line: that is \`HTTP/1.1\`, a number from 100 to 599, and words that nobody reads.`,
    } satisfies Bad
  const usual = `${status} ${phrase}`.trim() === statusText(Number(status))
  return {
    kind: 'response',
    response: { status: Number(status) },
    notes: [
      ...versionNotes(version),
      ...(usual || phrase === ''
        ? []
        : ['The words after the status mean nothing: the lab writes the usual ones.']),
    ],
  } as const
}

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

const headerLine = (text: string, number: number): Bad | { header: [string, string] } => {
  const colon = text.indexOf(':')
  const name = text.slice(0, colon)
  const line = `Line ${number}, ${quoted(text)},`
  if (/^[ \t]/.test(text))
    return { problem: `${line} begins with a space: a header goes on over no second line.` }
  if (colon < 0) return { problem: `${line} is no header: that is a name, a colon and a value.` }
  if (/[ \t]$/.test(name))
    return { problem: `${line} has a space before its colon, which no header may have.` }
  if (!NAME.test(name))
    return { problem: `${line} is no header: ${quoted(name)} cannot be a name.` }
  return { header: [name, text.slice(colon + 1).replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')] }
}
