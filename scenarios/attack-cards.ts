import { codeCards } from './attack-cards/codes.ts'
import { consentCards } from './attack-cards/consent.ts'
import { discoveryCards } from './attack-cards/discovery.ts'
import { keepingCards } from './attack-cards/keeping.ts'
import { tokenCards } from './attack-cards/tokens.ts'

/** The card of every attack, in the order of the library. */
export const attackCards = {
  ...consentCards,
  ...codeCards,
  ...discoveryCards,
  ...tokenCards,
  ...keepingCards,
} as const

/** The id of an attack. */
export type AttackId = keyof typeof attackCards

const idsIn = (cards: object): readonly AttackId[] => Object.keys(cards) as AttackId[]

/** The attacks by what they are about, in the order of the library. */
export const attackGroups: readonly {
  readonly about: string
  readonly ids: readonly AttackId[]
}[] = [
  { about: 'Consent, and the proxy', ids: idsIn(consentCards) },
  { about: 'Codes and redirects', ids: idsIn(codeCards) },
  { about: 'Discovery and issuers', ids: idsIn(discoveryCards) },
  { about: 'Tokens at the resource', ids: idsIn(tokenCards) },
  { about: 'What a client keeps', ids: idsIn(keepingCards) },
]
