import type { HttpRequest } from '../wire/message.ts'

const HIDDEN = '********'

/** The lab's own cookie; whatever else a browser sends along belongs to other programs on this machine. */
const OWN_COOKIE = 'handshake-lab-session='

/**
 * A request without the password that somebody typed, which may be one they use elsewhere, and without the cookies of other
 * programs: a browser sends those of one port to every other. Everything else stays: it is for learning.
 */
export const masked = (request: HttpRequest): HttpRequest => ({
  ...request,
  url: withoutPasswords(request.url),
  headers: request.headers.map(([name, value]) =>
    name.toLowerCase() === 'cookie' ? [name, withoutForeignCookies(value)] : [name, value],
  ),
  ...(request.body !== undefined && { body: withoutPasswords(request.body) }),
})

// Piece by piece: a text from outside may be long, and made to keep a pattern busy.
const withoutPasswords = (text: string): string =>
  text
    .split(/([?&\s])/)
    .map((piece) => {
      const at = piece.indexOf('=')
      return at > 0 && piece.slice(0, at).toLowerCase().includes('password')
        ? `${piece.slice(0, at)}=${HIDDEN}`
        : piece
    })
    .join('')

const withoutForeignCookies = (field: string): string =>
  field
    .split(/; ?/)
    .map((pair) => (pair.startsWith(OWN_COOKIE) ? pair : `${pair.split('=', 1)[0]}=${HIDDEN}`))
    .join('; ')

// What a terminal would act on: controls, and marks that turn the direction of writing.
const UNPRINTABLE = /[^\P{C}\n\t]|[\u2028\u2029]/gu

/** A text from outside as a terminal may show it: whatever it would act on is written out. */
export const printable = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0)!.toString(16)
    return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`
  })
