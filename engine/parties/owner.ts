import type { Json } from '../wire/message.ts'
import type { Form, Page } from '../wire/page.ts'

/** What the owner does when they are asked to sign in, and when they are asked for consent: the first time, and after that. */
export interface OwnerChoices {
  readonly signIn: readonly ('right-password' | 'wrong-password' | 'close-window')[]
  readonly consent: readonly ('allow' | 'deny' | 'close-window')[]
}

/** What the owner does of their own accord: sign in, and agree. */
export const DEFAULT_CHOICES: OwnerChoices = { signIn: ['right-password'], consent: ['allow'] }

/** What the owner fills in and presses; undefined: they close the window. */
export interface Submission {
  readonly fields: Readonly<Record<string, string>>
  readonly button: { readonly name: string; readonly value: string; readonly label: string }
}

/** The account owner, in front of their browser. */
export interface Owner {
  respond(page: Page): Submission | undefined
}

/** How often an owner agrees before they have had enough of it. */
const MOST_CONSENTS = 4

/** An owner with a name, a password and a mind made up. With `wants` they agree only to what concerns one of these addresses. Asked to sign in more often than they have an answer to, or for consent again and again, they give up. */
export const accountOwner = (
  account: { readonly username: string; readonly password: string },
  choices: OwnerChoices,
  wants?: () => readonly string[],
): Owner => {
  let signIns = 0
  let consents = 0
  return {
    respond: ({ form, text }) => {
      if (!form) return undefined
      if (form.fields.some(({ type }) => type === 'password')) {
        const choice = choices.signIn[signIns++]
        if (choice === undefined || choice === 'close-window') return undefined
        const password = choice === 'wrong-password' ? `not-${account.password}` : account.password
        return submit(form, { username: account.username, password }, form.buttons[0]?.value)
      }
      const choice = choices.consent[consents] ?? choices.consent.at(-1)
      consents += 1
      // Who reads what is asked, and has not asked for it, says no.
      if (wants && !wants().some((one) => text.some((line) => line.includes(one))))
        return submit(form, {}, 'deny')
      return consents > MOST_CONSENTS ? undefined : submit(form, {}, choice)
    },
  }
}

const submit = (
  form: Form,
  fields: Readonly<Record<string, string>>,
  value: string | undefined,
): Submission | undefined => {
  const button = form.buttons.find((one) => one.value === value)
  return button && { fields, button }
}

/** A page as the owner sees it: words, fields and buttons, no hidden value. */
export const seenBy = (url: string, page: Page): Record<string, Json> => ({
  url,
  title: page.title,
  text: page.text,
  fields: page.form?.fields.map(({ name }) => name) ?? [],
  buttons: page.form?.buttons.map(({ label }) => label) ?? [],
})
