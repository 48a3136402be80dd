import { isDecision, type Decision } from './decisions.ts'
import { isSigned } from './wire/field-words.ts'
import { header, mediaType } from './wire/headers.ts'
import { applyEdit, type Interference } from './wire/interference.ts'
import type { Draft, HeaderList, HttpRequest, HttpResponse } from './wire/message.ts'
import { readRaw } from './wire/raw.ts'
import { rewrite } from './wire/rewriting.ts'

/** What a change would do to a message, before anybody plays it. */
export interface Foresight {
  /** Whether it can be made at all. */
  readonly possible: boolean
  /** What is to be known about it, in a sentence each. */
  readonly remarks: readonly string[]
}

/** Looks at what a change would make of a message as it stands. Never throws. */
export const foresee = (message: Draft, decision: Decision): Foresight => {
  if (!isDecision(decision) || !('at' in decision))
    return {
      possible: false,
      remarks: ['This is longer than 20,000 characters, and no link could hold it.'],
    }
  const after = changed(message, decision)
  const changes = JSON.stringify(after) !== JSON.stringify(message)
  const known = remarksOn(message)
  return {
    possible: changes,
    remarks: [
      ...notesOn(message, decision),
      ...(changes ? signatureNotes(decision) : ['As it stands this changes nothing.']),
      ...remarksOn(after).filter((one) => !known.includes(one)),
    ],
  }
}

const changed = (message: Draft, one: Interference): Draft =>
  one.kind === 'field' || one.kind === 'remove' || one.kind === 'raw'
    ? rewrite(message, one)
    : applyEdit(message, one)

const notesOn = (message: Draft, decision: Interference): readonly string[] =>
  decision.kind === 'raw' ? readRaw(decision.text, message).notes : []

const signatureNotes = (decision: Decision): string[] => {
  if (decision.kind !== 'field' && decision.kind !== 'remove') return []
  if (isSigned(decision.path))
    return ['The signature stays that of the old token: whoever verifies it refuses the new one.']
  return decision.path.endsWith('.signature.signature')
    ? ['No key made this signature: whoever verifies it refuses the token.']
    : []
}

/** What in a message its receiver cannot read as it was meant, in a sentence each. */
export const remarksOn = (message: Draft): string[] => {
  if (message.kind === 'act') return []
  const http = message.kind === 'request' ? message.request : message.response
  if (http.unreadable !== undefined) return unreadable(message, http.unreadable)
  return [
    ...(message.kind === 'request' ? requestRemarks(message.request) : []),
    ...headerRemarks(http.headers, message.kind),
    ...bodyRemarks(http),
  ]
}

const unreadable = (message: Draft, text: string): string[] => {
  const { problem = 'This is no HTTP.' } = readRaw(text, unwritten(message))
  return [
    problem,
    message.kind === 'request'
      ? 'It goes on as it is: a server that cannot read a request answers 400 and looks no further.'
      : 'It goes on as it is: to whoever waits for it, it is as if no answer came.',
  ]
}

// What was read once is not read again.
const unwritten = (message: Draft): Draft => {
  if (message.kind === 'request')
    return { ...message, request: { method: '-', url: message.request.url, headers: [] } }
  return message.kind === 'response'
    ? { ...message, response: { status: 200, headers: [], body: '-' } }
    : message
}

const METHOD = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

const requestRemarks = ({ method, url, body }: HttpRequest): string[] => [
  ...(METHOD.test(method) ? [] : ['The method is no single word: the server answers 400.']),
  ...(URL.canParse(url) && /^https?:/.test(url)
    ? []
    : ['The address is none that HTTP can reach: nobody is there to receive it.']),
  ...(body && (method === 'GET' || method === 'HEAD')
    ? [`A body means nothing in a \`${method}\`: the server does not look at it.`]
    : []),
]

const headerRemarks = (headers: HeaderList, kind: 'request' | 'response'): string[] =>
  // oxlint-disable-next-line no-control-regex
  headers.some(([, value]) => /[\r\n\0]|[^\u0000-\u00ff]/.test(value))
    ? [
        kind === 'request'
          ? 'A header holds what no header may hold, such as a line break: the server answers 400.'
          : 'A header holds what no header may hold, such as a line break.',
      ]
    : []

const bodyRemarks = ({ headers, body = '' }: HttpRequest | HttpResponse): string[] => {
  const claimed = header(headers, 'Content-Length')
  const bytes = new TextEncoder().encode(body).length
  return [
    ...(body !== '' && mediaType(headers).endsWith('json') && !isJson(body)
      ? ['The body is not JSON, and `Content-Type` says that it is: the receiver will say so.']
      : []),
    ...(claimed !== undefined && claimed.trim() !== String(bytes)
      ? [
          `\`Content-Length\` is not the ${bytes} bytes of the body; a real receiver would stop there, or wait for more. Here the body arrives whole.`,
        ]
      : []),
  ]
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
