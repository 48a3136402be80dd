import { base32 } from './base32.ts'
import { MINUTE } from './progress.ts'

/**
 * When a workshop shows solutions. `word`: once somebody typed the trainer’s word. Either hides them from the eye only: the
 * page has all of them, and whoever reads its code needs no word.
 */
export type Answers =
  | { readonly kind: 'shown' }
  | { readonly kind: 'after'; readonly at: number }
  | { readonly kind: 'word'; readonly salt: string; readonly digest: string }

const ROUNDS = 100_000
const DIGEST = /^[0-9a-z]{16}$/
const SALT = /^[0-9a-z]{8}$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/

/** Answers that wait for a word. `salt` is eight letters or digits, drawn for it. */
export const hiddenBehind = async (word: string, salt: string): Promise<Answers> => ({
  kind: 'word',
  salt,
  digest: await digestOf(word, salt),
})

/** Whether a word is the one that was agreed; capitals and spaces around it do not count. */
export const isTheWord = async (
  word: string,
  { salt, digest }: Extract<Answers, { kind: 'word' }>,
): Promise<boolean> => (await digestOf(word, salt)) === digest

/** Whether solutions are shown now. */
export const areShown = (answers: Answers, now: number, wordSaid: boolean): boolean =>
  answers.kind === 'shown' || (answers.kind === 'word' ? wordSaid : now >= answers.at)

/** When solutions are shown, as a link has it. */
export const formatAnswers = (answers: Answers): string | undefined => {
  if (answers.kind === 'shown') return undefined
  return answers.kind === 'after'
    ? formatMoment(answers.at)
    : `word.${answers.salt}.${answers.digest}`
}

/** Reads when solutions are shown; undefined where it cannot be read. */
export const parseAnswers = (text: string): Answers | undefined => {
  if (text === 'shown') return { kind: 'shown' }
  const at = parseMoment(text)
  if (at !== undefined) return { kind: 'after', at }
  const [word, salt = '', digest = '', ...more] = text.split('.', 5)
  return word === 'word' && SALT.test(salt) && DIGEST.test(digest) && more.length === 0
    ? { kind: 'word', salt, digest }
    : undefined
}

/** A moment to the minute, in UTC: `2026-11-29T14:30Z`. */
export const formatMoment = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}Z`

/** Reads a moment; undefined where there is none, as on a 30 February. */
export const parseMoment = (text: string): number | undefined => {
  if (!MOMENT.test(text)) return undefined
  const at = Date.parse(text)
  return at >= 0 && at % MINUTE === 0 && formatMoment(at) === text ? at : undefined
}

const digestOf = async (word: string, salt: string): Promise<string> => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const said = word.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
  const key = await crypto.subtle.importKey('raw', bytes(said), 'PBKDF2', false, ['deriveBits'])
  const asked = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: ROUNDS }
  return base32(new Uint8Array(await crypto.subtle.deriveBits(asked, key, 80))).toLowerCase()
}
