import { check, deed, holds, same } from './check.ts'

/** A form as the authorization server got it back from a browser. */
export interface FormFacts {
  /** The session the interaction began in, and the one the cookie names. */
  readonly session: string | undefined
  readonly cookie: string | undefined
  readonly csrfToken: string | undefined
  readonly receivedCsrfToken: string | undefined
}

/** The row that stands before everything an owner does: the browser is the one the request began in. */
export const sessionChecks = [
  check({
    id: 'as/session-bound',
    level: 'none',
    refs: ['rfc6749-10.12'],
    says: 'What the owner does counts only when it comes from the browser in which the request began.',
    fails: 'this is not the browser the request began in',
    reason: 'form-not-ours',
    compare: ({ session, cookie }: FormFacts) =>
      session === undefined
        ? holds(false, 'an interaction that is still open', undefined)
        : same(session, cookie),
  }),
] as const

/** Rows that stand before every form: that one, and the form is ours. */
export const formChecks = [
  ...sessionChecks,
  check({
    id: 'as/form-csrf-token',
    level: 'MUST',
    refs: ['rfc6749-10.12'],
    says: 'A form brings back the secret that was put into it, so no other site can have sent it.',
    fails: 'the form does not hold the secret that was put into it',
    reason: 'form-not-ours',
    compare: ({ csrfToken, receivedCsrfToken }: FormFacts) =>
      csrfToken === undefined
        ? holds(false, 'the secret of an open interaction', receivedCsrfToken)
        : same(csrfToken, receivedCsrfToken),
  }),
] as const

/** A sign-in as the authorization server received it. The password itself is never part of a finding. */
export interface SignInFacts {
  readonly username: string | undefined
  readonly passwordMatches: boolean
}

/** The authorization server looks who signs in. */
export const signInChecks = [
  check({
    id: 'as/owner-authenticated',
    level: 'MUST',
    refs: ['oauth21-13-3.1'],
    says: 'The server makes sure who the resource owner is before it asks for anything.',
    fails: 'the name or the password is wrong',
    reason: 'owner-not-recognised',
    compare: ({ username, passwordMatches }: SignInFacts) =>
      holds(
        passwordMatches,
        'an account with this name and this password',
        passwordMatches
          ? `${username}, with the right password`
          : `${username ?? 'nobody'}, with a wrong password`,
      ),
  }),
] as const

/** The owner's answer as the authorization server received it. */
export interface ConsentFacts {
  readonly signedIn: boolean
  readonly decision: string | undefined
  /** Whether it was made earlier, and is good for this request too. */
  readonly remembered?: boolean
}

/** The authorization server looks what the owner decided. */
export const consentChecks = [
  check({
    id: 'as/consent-given',
    level: 'MUST',
    refs: ['rfc6749-10.12', 'oauth21-13-7.3.1'],
    says: 'A code is issued only after the signed-in owner has allowed it.',
    fails: 'the owner did not allow it',
    reason: 'consent-denied',
    compare: ({ signedIn, decision, remembered }: ConsentFacts) =>
      holds(
        signedIn && decision === 'allow',
        'allow, from a signed-in owner',
        `${decision ?? 'no answer'}${remembered ? ', said before' : ''}${signedIn ? '' : ', from nobody signed in'}`,
      ),
  }),
] as const

/** What the authorization server does with every page and redirect it sends. */
export const interactionDeeds = {
  notFramed: deed({
    id: 'as/not-framed',
    level: 'MUST',
    refs: ['oauth21-13-7.10', 'rfc9700-4.16'],
    says: 'The pages for signing in and consenting forbid every other site to frame them.',
  }),
  seeOther: deed({
    id: 'as/see-other-after-post',
    level: 'SHOULD',
    refs: ['oauth21-13-7.5.4', 'rfc9700-4.12'],
    says: 'After a form the browser is redirected with 303, which turns the next request into a GET. 307 is forbidden: it would send the password on.',
  }),
} as const
