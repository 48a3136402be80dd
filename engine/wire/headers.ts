import type { HeaderList } from './message.ts'

/** The first value of a header field, whatever the case of its name. @see [RFC 9110 §5.1 - Field Names](https://www.rfc-editor.org/rfc/rfc9110.html#section-5.1) */
export const header = (headers: HeaderList, name: string): string | undefined =>
  headers.find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1]

/** Every value of a header field that may repeat, such as `Set-Cookie`. */
export const headerValues = (headers: HeaderList, name: string): string[] =>
  headers.filter(([given]) => given.toLowerCase() === name.toLowerCase()).map(([, value]) => value)

/** The media type of a message without its parameters, in lower case; empty when there is none. */
export const mediaType = (headers: HeaderList): string =>
  (header(headers, 'Content-Type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
