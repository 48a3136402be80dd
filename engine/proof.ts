import type { CheckId } from './checks/index.ts'
import type { Attack } from './attack/contract.ts'
import { beyond, planOf, tellingsOf, type Obedience, type ProofRun } from './attack/plan.ts'
import type { RunInput } from './input.ts'
import { startRun } from './run.ts'
import type { EndingKind } from './scenario.ts'
import { revisions, type Revision } from './spec/revisions.ts'

// What proves the attacks. A public face of the engine: the page loads it when somebody asks for the proof.
export { tellingsOf, type Obedience, type ProofKind, type ProofRun } from './attack/plan.ts'
export { ledgerOf, type Entry } from './proof-ledger.ts'
export { variantOf } from './attack/variant.ts'

/** How a run ended that was played for a proof. */
export interface Outcome {
  readonly ending: EndingKind
  /** The check that decided. */
  readonly decided: string | undefined
  /** The message at which it was decided. */
  readonly at: number | undefined
  readonly messages: number
}

/** How one run of a proof really ended. */
export interface Proven extends ProofRun, Outcome {
  /** Whether it ended as it had to. */
  readonly holds: boolean
}

/** The seed of every run of a proof. */
export const PROOF_SEED = 'proof'

/** What is done after each message, so that whoever plays can do something else in between. */
export type Between = () => Promise<void> | undefined

const outcomeOf = async (
  scenario: Attack,
  { variant, revision, forget }: Pick<RunInput, 'variant' | 'revision' | 'forget'>,
  between: Between = () => undefined,
): Promise<Outcome> => {
  const run = startRun({
    scenario,
    seed: PROOF_SEED,
    variant,
    ...(revision && { revision }),
    ...(forget && { forget }),
  })
  while (await run.step()) await between()
  const { ending, by, at } = await run.finish()
  return { ending, decided: by, at, messages: run.log.length }
}

/** Plays one run of a proof. */
export const proveRun = async (
  attack: Attack,
  planned: ProofRun,
  between?: Between,
): Promise<Proven> => {
  const { variant, revision, forgotten: forget, expected, by } = planned
  const outcome = await outcomeOf(attack, { variant, revision, forget }, between)
  const holds = outcome.ending === expected && (by === undefined || by === outcome.decided)
  return { ...planned, ...outcome, holds }
}

/** The revisions in which an attack is told. */
export const revisionsOf = (attack: Pick<Attack, 'revisions'>): readonly Revision[] =>
  attack.revisions ?? revisions

/** The revision in which a proof plays an attack where that can be: this one; where it is not told in it, its own. */
export const revisionFor = (
  attack: Pick<Attack, 'revision' | 'revisions'>,
  wanted: Revision,
): Revision => (revisionsOf(attack).includes(wanted) ? wanted : attack.revision)

const among = (attack: Attack, wanted: readonly Revision[]): readonly Revision[] =>
  revisionsOf(attack).filter((revision) => wanted.includes(revision))

/** Every run that proves an attack in these revisions; where it is not told, none. */
export const plansOf = (
  attack: Attack,
  wanted: readonly Revision[] = revisionsOf(attack),
): readonly ProofRun[] =>
  among(attack, wanted).flatMap((revision) =>
    tellingsOf(attack).flatMap((variant) => planOf(attack, variant, revision)),
  )

/** Plays every run that proves these attacks, one after the other. */
export async function* prove(
  attacks: readonly Attack[],
  wanted?: readonly Revision[],
): AsyncGenerator<Proven> {
  for (const attack of attacks)
    for (const planned of plansOf(attack, wanted)) yield await proveRun(attack, planned)
}

/** A world in which everybody obeys exactly what a revision requires, or recommends too, and nothing more. */
export interface World {
  readonly scenario: string
  readonly variant: string | undefined
  readonly revision: Revision
  readonly obedience: Obedience
}

/** How an attack fares in such a world. */
export interface Closed extends World, Outcome {
  readonly forgotten: readonly CheckId[]
}

/** Every such world in which an attack can be told, in these revisions. */
export const worldsOf = (
  attack: Attack,
  wanted: readonly Revision[] = revisionsOf(attack),
): readonly World[] =>
  tellingsOf(attack).flatMap((variant) =>
    among(attack, wanted).flatMap((revision) =>
      (['must', 'should'] as const).map((obedience) => ({
        scenario: attack.id,
        variant,
        revision,
        obedience,
      })),
    ),
  )

/** Plays an attack where everybody obeys exactly what a revision requires, or recommends too. */
export const closedIn = async (
  attack: Attack,
  variant: string | undefined,
  revision: Revision,
  obedience: Obedience,
  between?: Between,
): Promise<Closed> => {
  const forgotten = beyond(attack, variant, revision, obedience)
  const outcome = await outcomeOf(attack, { variant, revision, forget: forgotten }, between)
  return { scenario: attack.id, variant, revision, obedience, forgotten, ...outcome }
}

/** One run to be played for a proof; plain data, so that it can be handed to a worker. */
export type Job = ProofRun | World
/** A run that was played for a proof. */
export type Played = Proven | Closed

/** Plays whatever is to be played for a proof. */
export const play = (attack: Attack, job: Job, between?: Between): Promise<Played> =>
  'obedience' in job
    ? closedIn(attack, job.variant, job.revision, job.obedience, between)
    : proveRun(attack, job, between)
