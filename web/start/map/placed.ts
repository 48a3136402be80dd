import type { MapParty, MapPhase } from '../../../engine/map.ts'
import { map } from '../../../scenarios/map.ts'
import { attackShelf, type Shelved } from '../../../scenarios/shelf.ts'

/** An attack in a place of the map. */
export interface Placed {
  readonly card: Shelved
  /** It is turned away elsewhere; here is a check that has to be made for that. */
  readonly helps: boolean
}

/** The attacks that live on a check which a party ought to make in a phase, those that are turned away by it first. */
export const attacksAt = (party: MapParty, phase: MapPhase): readonly Placed[] =>
  attackShelf
    .flatMap((card) => {
      const at = map.attacks[card.id]!.faults.findIndex(
        (fault) => fault.party === party && fault.phase === phase,
      )
      return at < 0 ? [] : [{ card, helps: at > 0 }]
    })
    .toSorted((one, other) => Number(one.helps) - Number(other.helps))

/** The attack that gets through without a check: one that this check turns away, else one that needs it among others. */
export const attackAt = (check: string): Shelved | undefined => {
  const of = (deciding: boolean) =>
    attackShelf.find(({ id }) => {
      const faults: readonly { readonly check: string }[] = map.attacks[id]!.faults
      return (deciding ? faults.slice(0, 1) : faults).some((fault) => fault.check === check)
    })
  return of(true) ?? of(false)
}
