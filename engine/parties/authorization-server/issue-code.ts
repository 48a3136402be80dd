import type { Desk } from './settings.ts'
import { beginnings, moveInteraction, type Interaction } from './store.ts'

/** Issues a code for what an owner has agreed to. @see [OAuth 2.1 draft-13 §4.1.2 - Authorization Response](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2) */
export const issueCode = (
  { settings, store, at }: Desk,
  interaction: Interaction,
  account: string,
): string => {
  const code = at.random.token(24)
  store.codes.set(code, {
    code,
    grant: interaction.grant,
    account,
    expiresAt: at.clock.now() + settings.codeLifetime,
    snapshot: beginnings.code(),
  })
  store.journal('code', code, beginnings.code().value)
  moveInteraction(store, interaction, 'code.issued')
  return code
}
