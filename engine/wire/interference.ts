import type { Draft, HeaderList } from './message.ts'

/** What can be done to one message: lose it, hold it for some seconds, or replace one part of it. */
export type Change =
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly seconds: number }
  | { readonly kind: 'edit'; readonly part: string; readonly value: string }

/** What the learner does to one message in flight. `at` is the id the message will have in the log. */
export type Interference = Change & { readonly at: number }

/** The parts of this very message that can be edited. */
export const partsOf = (draft: Draft): string[] => {
  if (draft.kind === 'act') return Object.keys(draft.local.content).map((name) => `content.${name}`)
  const { headers } = draft.kind === 'request' ? draft.request : draft.response
  const names = headers.map(([name]) => `header.${name}`)
  return draft.kind === 'request'
    ? ['method', 'url', ...names, 'body']
    : ['status', ...names, 'body']
}

/** A message with one part replaced, as raw text; a part the message does not have leaves it as it was. */
export const applyEdit = (draft: Draft, edit: Interference): Draft => {
  if (edit.kind !== 'edit') return draft
  const { part, value } = edit
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

// An empty value takes the header away; a header the message did not have is added.
const replaced = (headers: HeaderList, part: string, value: string): HeaderList => {
  if (!part.startsWith('header.')) return headers
  const name = part.slice('header.'.length)
  const others = headers.filter(([given]) => given.toLowerCase() !== name.toLowerCase())
  return value === '' ? others : [...others, [name, value]]
}
