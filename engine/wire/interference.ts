import type { Draft, HeaderList, MessageName } from './message.ts'
import type { Rewriting } from './rewriting.ts'

/**
 * What can be done to one message: lose it, hold it for some seconds, have it arrive twice, give an answer another status,
 * damage its body, replace one part of it, change one field or take it away, or write all of it anew.
 */
export type Change =
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly seconds: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'edit'; readonly part: string; readonly value: string }
  | Rewriting

/** Another value for one parameter in the query of a request’s URL. */
export interface Swap {
  readonly kind: 'parameter'
  readonly name: string
  readonly value: string
}

/** Which message is meant: the one that will have the id `at` in the log, or the first with a name. */
export type Anchor = { readonly at: number } | { readonly first: MessageName }

/** What is done to one message in flight. */
export type Interference = (Change | Swap) & Anchor

/** The parts of this very message that can be edited. */
export const partsOf = (draft: Draft): string[] => {
  if (draft.kind === 'act') return Object.keys(draft.local.content).map((name) => `content.${name}`)
  const { headers } = draft.kind === 'request' ? draft.request : draft.response
  const names = headers.map(([name]) => `header.${name}`)
  return draft.kind === 'request'
    ? ['method', 'url', ...names, 'body']
    : ['status', ...names, 'body']
}

let rewrite: ((draft: Draft, one: Rewriting) => Draft) | undefined

/**
 * Whatever it takes to make changes like these, at hand: the code that rewrites messages is much, and few runs need it.
 * Undefined when nothing is missing.
 */
export const readyFor = (changes: readonly Interference[]): Promise<void> | undefined =>
  rewrite || !changes.some(({ kind }) => kind === 'field' || kind === 'remove' || kind === 'raw')
    ? undefined
    : import('./rewriting.ts').then((loaded) => {
        rewrite = loaded.rewrite
      })

/** A message with one thing about it changed, once `readyFor` that has resolved; what it does not have leaves it as it was. */
export const applyEdit = (draft: Draft, edit: Interference): Draft => {
  switch (edit.kind) {
    case 'edit':
      return withPart(draft, edit.part, edit.value)
    case 'status':
      return withPart(draft, 'status', String(edit.status))
    case 'field':
    case 'remove':
    case 'raw':
      if (!rewrite) throw new Error('rewriting is not ready')
      return rewrite(draft, edit)
    case 'corrupt':
      return withBody(draft, damaged)
    case 'parameter':
      return draft.kind === 'request'
        ? withPart(draft, 'url', withParameter(draft.request.url, edit))
        : draft
    default:
      return draft
  }
}

/** A body of which only the first half arrived. What was JSON is none any more; an empty body stays empty. */
export const damaged = (body: string): string =>
  // The mark at the break belongs to no JSON, so that half of `42` is not read as 4.
  body === '' ? '' : `${body.slice(0, body.length / 2).toWellFormed()}\uFFFD`

const withPart = (draft: Draft, part: string, value: string): Draft => {
  if (draft.kind === 'act') {
    const name = part.replace(/^content\./, '')
    return part.startsWith('content.') && Object.hasOwn(draft.local.content, name)
      ? { ...draft, local: { ...draft.local, content: { ...draft.local.content, [name]: value } } }
      : draft
  }
  if (draft.kind === 'request') {
    const { request } = draft
    if (part === 'method' || part === 'url' || part === 'body')
      return { ...draft, request: { ...request, [part]: value } }
    return { ...draft, request: { ...request, headers: replaced(request.headers, part, value) } }
  }
  const { response } = draft
  // A status of another form is no status; the message stays as it was.
  if (part === 'status')
    return /^[1-5]\d\d$/.test(value)
      ? { ...draft, response: { ...response, status: Number(value) } }
      : draft
  if (part === 'body') return { ...draft, response: { ...response, body: value } }
  return { ...draft, response: { ...response, headers: replaced(response.headers, part, value) } }
}

const withBody = (draft: Draft, change: (body: string) => string): Draft => {
  if (draft.kind === 'act') return draft
  const body = draft.kind === 'request' ? draft.request.body : draft.response.body
  return body === undefined ? draft : withPart(draft, 'body', change(body))
}

// Only the one value changes: the rest of the query keeps the way it was written.
const withParameter = (url: string, { name, value }: Swap): string =>
  url.replace(/\?[^#]*/, (query) =>
    query
      .split('&')
      .map((pair) =>
        pair.replace(/^\?/, '').split('=', 1)[0] === name
          ? `${pair.startsWith('?') ? '?' : ''}${name}=${encodeURIComponent(value)}`
          : pair,
      )
      .join('&'),
  )

// An empty value takes the header away; a header the message did not have is added.
const replaced = (headers: HeaderList, part: string, value: string): HeaderList => {
  if (!part.startsWith('header.')) return headers
  const name = part.slice('header.'.length)
  const others = headers.filter(([given]) => given.toLowerCase() !== name.toLowerCase())
  return value === '' ? others : [...others, [name, value]]
}
