import type { Decision } from './decisions.ts'
import { withDecision } from './offers.ts'
import type { Page } from './wire/page.ts'
import { NEIGHBOUR, OWNER } from './world.ts'

/** What somebody who plays the owner does with a page: fills it in and presses a button, or closes the window. */
export type OwnerAnswer =
  | {
      readonly fields: Readonly<Record<string, string>>
      /** The value of the button. */
      readonly button: string
    }
  | 'close'

/**
 * The decisions of a run, once the owner has given this answer on this page: what they do of their own accord needs none,
 * anything else takes the place of what was decided before about the same question.
 */
export const decidedOn = (
  page: Page,
  answer: OwnerAnswer,
  decisions: readonly Decision[],
): readonly Decision[] => {
  if (!page.form) return decisions
  const kind = page.form.fields.some(({ type }) => type === 'password') ? 'sign-in' : 'consent'
  const decision = kind === 'sign-in' ? signedIn(answer) : consented(answer)
  return decision ? withDecision(decisions, decision) : decisions.filter((one) => one.kind !== kind)
}

const signedIn = (answer: OwnerAnswer): Decision | undefined => {
  if (answer === 'close') return { kind: 'sign-in', choice: 'close-window' }
  const is = (account: typeof OWNER | typeof NEIGHBOUR) =>
    answer.fields['username'] === account.username && answer.fields['password'] === account.password
  if (is(OWNER)) return undefined
  return { kind: 'sign-in', choice: is(NEIGHBOUR) ? 'robin' : 'wrong-password' }
}

const consented = (answer: OwnerAnswer): Decision | undefined => {
  if (answer === 'close') return { kind: 'consent', choice: 'close-window' }
  return answer.button === 'deny' ? { kind: 'consent', choice: 'deny' } : undefined
}
