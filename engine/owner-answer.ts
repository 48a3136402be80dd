import { choiceOf, type Decision } from './decisions.ts'
import { withDecision } from './offers.ts'
import { DEFAULT_CHOICES, type OwnerChoices } from './parties/owner.ts'
import type { WireMessage } from './wire/message.ts'
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

/** What decisions have the owner do, page by page. */
export const ownerChoices = (decisions: readonly Decision[]): OwnerChoices => {
  const signIn = choiceOf(decisions, 'sign-in')?.choice
  const consent = choiceOf(decisions, 'consent')?.choice
  return {
    signIn:
      signIn === 'second-try'
        ? ['wrong-password', 'right-password']
        : signIn === undefined || signIn === 'robin'
          ? DEFAULT_CHOICES.signIn
          : [signIn],
    consent:
      consent === 'deny-later'
        ? ['allow', 'deny']
        : consent === 'close-later'
          ? ['allow', 'close-window']
          : [consent ?? 'allow'],
  }
}

const asksForPassword = (message: WireMessage): boolean => {
  if (message.name !== 'show-page' || message.kind !== 'act') return false
  const { fields } = message.local.content
  return Array.isArray(fields) && fields.includes('password')
}

const asksForConsent = (message: WireMessage): boolean =>
  message.name === 'show-page' && message.kind === 'act' && !asksForPassword(message)

/**
 * The decisions of a run, once the owner has given this answer to the page that is open while `place` messages were
 * delivered: what they do of their own accord needs none, anything else takes the place of what was decided before about the
 * same question.
 */
export const decidedOn = (
  page: Page,
  answer: OwnerAnswer,
  decisions: readonly Decision[],
  shown: readonly WireMessage[],
): readonly Decision[] => {
  if (!page.form) return decisions
  const kind = page.form.fields.some(({ type }) => type === 'password') ? 'sign-in' : 'consent'
  const again = shown.filter(kind === 'sign-in' ? asksForPassword : asksForConsent).length > 1
  const decision = kind === 'sign-in' ? signedIn(answer, again) : consented(answer, again)
  return decision ? withDecision(decisions, decision) : decisions.filter((one) => one.kind !== kind)
}

// A page that asks for a password again does so because the first one was wrong.
const signedIn = (answer: OwnerAnswer, again: boolean): Decision | undefined => {
  if (answer === 'close')
    return { kind: 'sign-in', choice: again ? 'wrong-password' : 'close-window' }
  const is = (account: typeof OWNER | typeof NEIGHBOUR) =>
    answer.fields['username'] === account.username && answer.fields['password'] === account.password
  if (is(OWNER)) return again ? { kind: 'sign-in', choice: 'second-try' } : undefined
  return { kind: 'sign-in', choice: is(NEIGHBOUR) && !again ? 'robin' : 'wrong-password' }
}

const consented = (answer: OwnerAnswer, again: boolean): Decision | undefined => {
  if (answer === 'close') return { kind: 'consent', choice: again ? 'close-later' : 'close-window' }
  return answer.button === 'deny'
    ? { kind: 'consent', choice: again ? 'deny-later' : 'deny' }
    : undefined
}
