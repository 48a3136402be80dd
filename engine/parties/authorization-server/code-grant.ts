import { codeChecks, replayChecks } from '../../checks/code.ts'
import type { Visit } from '../../network/server.ts'
import { parameter } from '../../oauth/parameters.ts'
import type { HttpResponse } from '../../wire/message.ts'
import { inspect } from '../party.ts'
import { nothingGranted, refused } from './answers.ts'
import { issueTokens } from './issue.ts'
import { resourceOf, type Desk, type Sent } from './settings.ts'
import { beginnings, moveCode, moveFamily, type Family, type IssuedCode } from './store.ts'

/** Exchanges an authorization code for tokens. @see [OAuth 2.1 draft-13 §4.1.3 - Token Endpoint Extension](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.3) */
export const redeemCode = async (
  desk: Desk,
  { parameters, clientId }: Sent,
  visit: Visit,
): Promise<HttpResponse> => {
  const { settings, store, at } = desk
  const issued = store.codes.get(parameter(parameters, 'code') ?? '')
  const used = issued?.snapshot.value === 'redeemed' || issued?.snapshot.value === 'replayed'
  const now = at.clock.now()
  const grant = issued && {
    ...issued.grant,
    resource: resourceOf(settings, issued.grant),
    expiresAt: issued.expiresAt,
    used,
  }
  const refusal = await inspect(codeChecks, { parameters, clientId, now, grant }, at, visit.found)
  if (refusal) {
    if (issued) await onRefusal(desk, issued, { used, check: refusal.check }, visit)
    return refused(refusal)
  }
  if (!issued) return nothingGranted()
  // Unsafe: where nobody asks whether it was used, a code buys tokens as often as it comes (`code-replay`).
  moveCode(store, issued, 'code.redeemed')

  const family: Family = {
    id: at.random.token(9),
    grant: issued.grant,
    account: issued.account,
    current: at.random.token(24),
    expiresAt: now + settings.refreshTokenIdle,
    snapshot: beginnings.family(),
  }
  issued.family = family.id
  store.families.set(family.id, family)
  store.refreshTokens.set(family.current, family)
  store.journal('tokenFamily', family.id, beginnings.family().value)
  return issueTokens(desk, family, issued.grant.scope, visit)
}

// A replayed code takes back what it gave: OAuth 2.1 says SHOULD, and only for a request that is valid but for the reuse.
const onRefusal = async (
  { store, at }: Desk,
  issued: IssuedCode,
  { used, check }: { readonly used: boolean; readonly check: string },
  visit: Visit,
) => {
  if (check === 'as/code-fresh') moveCode(store, issued, 'code.expired')
  // Whoever does not look whether a code was used cannot tell that this one was.
  if (!used || at.forgotten.has('as/code-unused')) return
  // Unsafe: who takes tokens back before the request has proved anything lets anybody who saw a code do so (`code-replay`).
  if (await inspect(replayChecks, { refusedBy: check }, at, visit.found)) return
  moveCode(store, issued, 'code.presented-again')
  const family = store.families.get(issued.family ?? '')
  if (family) moveFamily(store, family, 'code.replayed')
}
