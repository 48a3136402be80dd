import { ATTACKERS_KEY, publicHalf, TEACHING_KEY_RSA } from '../chance/keys.ts'
import { signedWithOwnKey, signedWithSecret, unsignedToken } from '../oauth/access-token.ts'
import type { PublicFacts } from '../parties/attacker/client.ts'
import { OWNER } from '../world.ts'
import type { Company } from './company.ts'
import type { Forgery } from './contract.ts'

/** How long a token is good that the attacker makes, in seconds. */
const LIFETIME = 900

/** A token that says what the attacker wants it to say. Everything in it he knows from public documents but the owner’s name, which he guesses. */
export const forgedToken = async (
  how: Forgery,
  { issuer = '' }: PublicFacts,
  { at, resource }: Company,
): Promise<string> => {
  const now = at.clock.now()
  const claims = {
    iss: issuer,
    sub: OWNER.username,
    aud: resource,
    client_id: 'made-up',
    scope: 'notes:read notes:write',
    iat: now,
    exp: now + LIFETIME,
    jti: at.random.token(12),
  }
  switch (how) {
    case 'none':
      return unsignedToken(claims)
    case 'public-key-as-secret':
      return signedWithSecret(claims, publicHalf(TEACHING_KEY_RSA))
    case 'own-key':
      return signedWithOwnKey(claims, ATTACKERS_KEY, publicHalf(ATTACKERS_KEY))
  }
}
