import { whoByName } from '../check-maker.ts'
import { checkWithId } from '../checks/index.ts'

/** A check in a sentence, as code. */
export const named = (check: string): string => `\`${check}\``

/** Several of them in a sentence: “`a`, `b` and `c`”. */
export const listed = (checks: readonly string[]): string => {
  const names = checks.map(named)
  return names.length < 2
    ? (names[0] ?? 'nothing')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What a check asks of whoever makes it, in our own sentence. */
export const saysOf = (check: string): string => checkWithId(check)?.says ?? ''

/** The party whose work a check is, by its part of the id: `as`. */
export const partyOf = (check: string): string => check.split('/', 1)[0]!

/** The party whose work a check is, in a sentence. */
export const whose = (check: string): string => whoByName(check)

/** A sentence that begins with a capital and ends with a full stop, whatever it was made of. */
export const sentence = (text: string): string => {
  const whole = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
  return /[.?”]$/.test(whole) ? whole : `${whole}.`
}
