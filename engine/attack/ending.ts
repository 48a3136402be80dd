import { whoByName } from '../check-maker.ts'
import { checkWithId, type CheckId } from '../checks/index.ts'
import { refusedBy, type Ending } from '../ending.ts'
import type { HoldingName } from '../knowledge.ts'
import type { WireMessage } from '../wire/message.ts'
import type { Attack } from './contract.ts'
import { goalSentence, reachedAt } from './goal.ts'

/** Deeds that keep something from others: nobody refuses anything there, the attacker just never gets to see it. */
const keptBy: Readonly<Partial<Record<HoldingName, readonly CheckId[]>>> = {
  'access token': ['client/bearer-in-header', 'client/stores-in-vault'],
  'refresh token': ['client/stores-in-vault'],
  password: ['client/system-browser'],
  'code verifier': ['client/pkce-s256'],
}

/** What became of an attack: won with a message that was delivered, or refused by a check. `lacks`: what the attacker would have needed to go on. */
export const endingOfAttack = (
  attack: Pick<Attack, 'goal' | 'stops' | 'ears'>,
  log: readonly WireMessage[],
  { client, lacks }: { readonly client: Ending; readonly lacks?: HoldingName | undefined },
): Ending => {
  if (client.ending === 'broken') return client
  const won = reachedAt(attack, log)
  if (won !== undefined) return { ending: 'won', at: won, sentence: goalSentence(attack.goal) }
  const refused = decidedAt(attack, log)
  const decided = refused ?? withheldAt(attack, log, lacks)
  return {
    ending: 'refused',
    ...(log.length > 0 && { at: decided?.at ?? log.length }),
    ...(decided && { by: decided.check }),
    sentence: refused
      ? refusedBy(refused.check, log[refused.at - 1])
      : `The attacker did not get what he was after.${decided ? ` ${withheldBy(decided.check)}` : ''}`,
    ...(client.client !== undefined && { client: client.client }),
    ...(lacks !== undefined && { lacks }),
  }
}

interface Decided {
  readonly check: string
  readonly at: number
}

// A client that knocks without a token, or comes with one that is too old, is turned away every day; that decides nothing.
const EVERYDAY = [
  'rs/token-present',
  'rs/not-expired',
  'as/refresh-fresh',
  'client/resource-metadata-readable',
]

// Of all that broke, the first check that belongs to this attack decided it; failing that the last one of any kind.
const decidedAt = (
  { stops }: Pick<Attack, 'stops'>,
  log: readonly WireMessage[],
): Decided | undefined => {
  const broken = log.flatMap(({ id, fate, findings }) =>
    fate === 'duplicate'
      ? []
      : findings
          .filter(({ verdict }) => verdict === 'broken')
          .map(({ check }): Decided => ({ check, at: id })),
  )
  const meant = new Set<string>(stops.flatMap(({ checks, by }) => [...checks, ...(by ? [by] : [])]))
  return (
    broken.find(({ check }) => meant.has(check)) ??
    broken.findLast(({ check }) => !EVERYDAY.includes(check))
  )
}

/** What kept from him what he needed, where nobody had to refuse anything. */
const withheldBy = (check: string): string =>
  `Nobody had to refuse anything: ${whoByName(check)}, keeps to a rule. ${checkWithId(check)?.says}`

// Nobody refused anything: then what was done kept from him what he needed.
const withheldAt = (
  { stops }: Pick<Attack, 'stops'>,
  log: readonly WireMessage[],
  lacks: HoldingName | undefined,
): Decided | undefined => {
  const meant = new Set<string>(stops.flatMap(({ checks }) => checks))
  const keepers = new Set<string>([...((lacks && keptBy[lacks]) ?? []), ...meant])
  const done = log.flatMap(({ id, findings }) =>
    findings
      .filter(
        ({ check, end, verdict }) => end === 'sender' && verdict === 'obeyed' && keepers.has(check),
      )
      .map(({ check }): Decided => ({ check, at: id })),
  )
  return done.find(({ check }) => meant.has(check)) ?? done[0]
}
