import type { HttpRequest } from '../wire/message.ts'

const PASSWORD = /(^|[?&\s])([^=&\s]*password[^=&\s]*)=[^&\s]*/gi

/** A request without the password that somebody typed, which may be one they use elsewhere. Everything else stays: it is for learning. */
export const masked = (request: HttpRequest): HttpRequest => ({
  ...request,
  url: request.url.replace(PASSWORD, '$1$2=********'),
  ...(request.body !== undefined && { body: request.body.replace(PASSWORD, '$1$2=********') }),
})

// What a terminal would act on: controls, and marks that turn the direction of writing.
const UNPRINTABLE = /[^\P{C}\n\t]|[\u2028\u2029]/gu

/** A text from outside as a terminal may show it: whatever it would act on is written out. */
export const printable = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0)!.toString(16)
    return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`
  })
