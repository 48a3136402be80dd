import { excused } from './attack/excused.ts'
import { tellingsOf } from './attack/plan.ts'
import { variantOf } from './attack/variant.ts'
import { registry, type CheckId } from './checks/index.ts'
import type { Attack } from './attack/contract.ts'

/** What the attacks say of one check. */
export interface Entry {
  readonly check: CheckId
  /** The attacks that it stops, by itself or with others. */
  readonly stops: readonly string[]
  /** The attacks that it only looks as if it stopped. */
  readonly decoys: readonly string[]
  /** Why no attack needs it; undefined where one does. */
  readonly excuse: string | undefined
}

/** Every check of the registry, in the order of the flow: which attack needs it, or why none does. */
export const ledgerOf = (attacks: readonly Attack[]): readonly Entry[] => {
  const named = (which: 'stops' | 'decoys', check: CheckId) =>
    attacks
      .filter((attack) =>
        tellingsOf(attack).some((variant) =>
          (variantOf(attack, variant).scenario as Attack)[which].some(({ checks }) =>
            checks.includes(check),
          ),
        ),
      )
      .map(({ id }) => id)
  return registry.map(({ id }) => ({
    check: id,
    stops: named('stops', id),
    decoys: named('decoys', id),
    excuse: excused[id],
  }))
}
