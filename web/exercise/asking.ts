import type { Said } from '../../engine/written.ts'

/** The values a written check is asked about, one for each of its parameters: plain JSON. */
export type Values = readonly unknown[]

/** What the page sends to the worker, one at a time: a check to be read, or values to ask it about. */
export type Order = { readonly source: string } | { readonly values: Values }

/** What the worker answers: once that it is there, and then to every order. A check that could be read gets no sentence. */
export type Answer =
  { readonly is: 'there' } | { readonly is: 'read'; readonly problem: string | undefined } | Said

/** The name that a written check has to have. */
export const NAME = 'check'

/** The most characters that a check may have. */
export const LONGEST_SOURCE = 20_000

/** Why a text is too long to be a check. */
export const tooLong = (length: number): string =>
  `That is ${length.toLocaleString('en')} characters. A check has at most ${LONGEST_SOURCE.toLocaleString('en')}; most need five lines.`

/** What is said of a check that does not come to an end. */
export const TOO_SLOW =
  'It took too long and was stopped. Look for a loop, or a function, that never comes to an end.'

/** What is said of a check that wants more memory than there is. */
export const TOO_MUCH =
  'It needed more memory than a check may have, and was stopped. No value it is given is longer than a few lines.'
