import { checkWithId, type CheckId } from '../checks/index.ts'
import { levelIn } from '../spec/differences.ts'
import type { Level } from '../spec/level.ts'
import type { Revision } from '../spec/revisions.ts'
import type { Attack } from './contract.ts'
import { variantOf } from './variant.ts'

/**
 * What one run of a proof shows. `careless`: all that matters here is forgotten. `told`: the attack as its story tells it, with
 * every decoy in place. `stop`, `decoy`, `half`: that alone is remembered; `half` is a group of linked checks without one of
 * them. `careful`: nothing is forgotten.
 */
export type ProofKind = 'careless' | 'told' | 'stop' | 'half' | 'decoy' | 'careful'

/** One run of a proof, before it is played: what is forgotten, and how it has to end. */
export interface ProofRun {
  readonly scenario: string
  readonly variant: string | undefined
  readonly revision: Revision
  readonly kind: ProofKind
  /** What alone is remembered of all that matters; in a careful run, everything. */
  readonly remembered: readonly CheckId[]
  readonly forgotten: readonly CheckId[]
  readonly expected: 'won' | 'refused'
  /** The check that has to decide a refusal; undefined where any may. */
  readonly by?: CheckId
  /** Of a half: the check that is missing from its group. */
  readonly without?: CheckId
  /** Of a decoy: what it is called in a sentence. */
  readonly name?: string
}

/** Whether a check is made at all in a revision. */
const madeIn = (id: CheckId, revision: Revision): boolean => {
  const row = checkWithId(id)
  return row !== undefined && levelIn(row, revision) !== undefined
}

const unique = (ids: readonly CheckId[]): readonly CheckId[] => [...new Set(ids)]

/** Every check that matters to an attack: those that stop it, and those that only look as if they did. */
export const mattersTo = ({
  stops,
  decoys,
  forget,
}: Pick<Attack, 'stops' | 'decoys' | 'forget'>): readonly CheckId[] =>
  unique([
    ...forget,
    ...stops.flatMap(({ checks }) => checks),
    ...decoys.flatMap(({ checks }) => checks),
  ])

/** The tellings of an attack: the plain one, and its variants by their names. */
export const tellingsOf = (attack: Attack): readonly (string | undefined)[] => [
  undefined,
  ...Object.keys(attack.variants ?? {}),
]

/** The runs that prove which check stops an attack in a revision, and which does not. Checks that the revision does not know are left out. */
export const planOf = (
  scenario: Attack,
  variant: string | undefined,
  revision: Revision,
): readonly ProofRun[] => {
  const attack = variantOf(scenario, variant).scenario as Attack
  const all = mattersTo(attack).filter((id) => madeIn(id, revision))
  const run = (
    kind: ProofKind,
    remembered: readonly CheckId[],
    more: Pick<ProofRun, 'expected' | 'by' | 'without' | 'name'>,
  ): ProofRun => ({
    scenario: scenario.id,
    variant,
    revision,
    kind,
    remembered,
    forgotten: all.filter((id) => !remembered.includes(id)),
    ...more,
  })
  const whole = <T extends { readonly checks: readonly CheckId[] }>(
    groups: readonly T[],
  ): readonly T[] => groups.filter(({ checks }) => checks.every((id) => madeIn(id, revision)))
  const won = { expected: 'won' } as const
  const decoys = whole(attack.decoys)
  const told = all.filter((id) => !attack.forget.includes(id))
  return [
    run('careless', [], won),
    run('told', told, won),
    ...whole(attack.stops).map(({ checks, by }) =>
      run('stop', checks, { expected: 'refused', by: by ?? checks.at(-1)! }),
    ),
    ...whole(attack.stops)
      .filter(({ checks }) => checks.length > 1)
      .flatMap(({ checks }) =>
        checks.map((without) => {
          const half = checks.filter((id) => id !== without)
          return run('half', half, { ...won, without })
        }),
      ),
    ...decoys.map(({ checks, name }) => run('decoy', checks, { ...won, name })),
    // Where a revision knows none of the checks that stop it, nothing does.
    run('careful', all, whole(attack.stops).length > 0 ? { expected: 'refused' } : won),
  ]
}

/** What a revision asks of its implementers, by how far they go: `must`, only what it requires; `should`, also what it recommends. */
export type Obedience = 'must' | 'should'

const OBEYED: Readonly<Record<Obedience, readonly Level[]>> = {
  must: ['MUST'],
  should: ['MUST', 'SHOULD'],
}

/**
 * What is forgotten where everybody obeys exactly what a revision asks for: of the checks that matter to an attack those
 * without its keyword. All others may be obeyed, for the proof shows that with them alone the attack succeeds.
 */
export const beyond = (
  scenario: Attack,
  variant: string | undefined,
  revision: Revision,
  obedience: Obedience,
): readonly CheckId[] => {
  const asked: readonly Level[] = OBEYED[obedience]
  return mattersTo(variantOf(scenario, variant).scenario as Attack).filter((id) => {
    const row = checkWithId(id)
    const level = row && levelIn(row, revision)
    return level !== undefined && !asked.includes(level)
  })
}
