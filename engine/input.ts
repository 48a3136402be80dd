import { virtualClock, type Clock } from './chance/clock.ts'
import { seededRandom, type Random } from './chance/random.ts'
import type { CheckId } from './checks/index.ts'
import type { Written } from './checks/written.ts'
import { choiceOf, parseDecisions, type Decision } from './decisions.ts'
import type { ForeignClient } from './foreign-client.ts'
import type { Network } from './network/network.ts'
import type { inPageNetwork } from './network/in-page.ts'
import type { VaultKind } from './parties/vault.ts'
import { registrationsIn, type Registration } from './registration.ts'
import { variantOf } from './attack/variant.ts'
import type { Act, Attack, Scenario } from './scenario.ts'
import { has } from './spec/differences.ts'
import type { Revision } from './spec/revisions.ts'
import { originsIn, type Origins } from './world.ts'

/** What a run is made from. The same input gives the same bytes, in Node and in a browser. */
export interface RunInput {
  readonly scenario: Scenario
  readonly revision?: Revision
  /** How the client comes by its id; a way that the revision does not know becomes registering itself. */
  readonly registration?: Registration
  /** Checks forgotten, in place of the scenario's own. */
  readonly forget?: readonly CheckId[]
  /** Which telling of an attack; one that it does not have becomes the plain one. */
  readonly variant?: string | undefined
  readonly seed?: string
  readonly decisions?: readonly Decision[]
  readonly origins?: Origins
  /** Carries back-channel requests in place of the in-page network; gets the handlers to answer them with. */
  readonly network?: (handlers: Parameters<typeof inPageNetwork>[0]) => Network
  /** A client that nobody here wrote, in the place of the lab’s own. */
  readonly foreign?: ForeignClient
  /** A check that the learner wrote: the honest parties make it in place of their own. */
  readonly written?: Written | undefined
}

/** An input with everything decided that it left open. */
export interface Given {
  readonly scenario: Scenario
  /** The attack that is told, in the variant that is told; undefined in a lesson. */
  readonly attack: Attack | undefined
  readonly variant: string | undefined
  readonly acts: readonly Act[]
  readonly revision: Revision
  readonly registration: Registration
  readonly origins: Origins
  readonly seed: string
  readonly random: Random
  readonly clock: Clock
  readonly vaultKind: VaultKind
  readonly forgotten: ReadonlySet<string>
  readonly written: Written | undefined
  /** What the scenario takes as given. */
  readonly before: readonly Decision[]
  /** That, and what the learner decided: the last word on each matter counts. */
  readonly decisions: readonly Decision[]
}

/** The revision and the way of registration that an input asks for, where the scenario and the revision allow it. */
export const settled = ({
  scenario,
  revision: asked,
  registration: wanted,
}: Pick<RunInput, 'scenario' | 'revision' | 'registration'>): {
  readonly revision: Revision
  readonly registration: Registration
} => {
  const allowed = asked === undefined || (scenario.revisions?.includes(asked) ?? true)
  const revision = allowed ? (asked ?? scenario.revision) : scenario.revision
  const registration = wanted ?? scenario.registration ?? 'dynamic'
  return {
    revision,
    registration: registrationsIn(revision).includes(registration) ? registration : 'dynamic',
  }
}

/** Decides what an input leaves open. */
export const givenBy = (input: RunInput): Given => {
  const { seed = 'first-contact' } = input
  const { scenario, variant } = variantOf(input.scenario, input.variant)
  const attack = scenario.kind === 'attack' ? scenario : undefined
  const { revision, registration } = settled(input)
  const before = parseDecisions((scenario.given ?? []).join('~')).decisions
  const decisions = [...before, ...(input.decisions ?? [])]
  const forget = new Set<string>(input.forget ?? scenario.forget)
  const chosen = choiceOf(decisions, 'vault')?.choice
  // A plain file is no vault: choosing one is forgetting the check, and the other way round.
  if (chosen === 'plain-file') forget.add('client/stores-in-vault')
  if (decisions.some((one) => one.kind === 'mcp-server' && one.choice === 'no-challenge'))
    forget.add('rs/challenge-on-401')
  const origins = worldOf(attack, input.origins ?? originsIn(revision))
  const tenant =
    (choiceOf(decisions, 'issuer')?.choice === 'with-path' ||
      // Only an identifier with a path has something to append to.
      choiceOf(decisions, 'server-metadata')?.choice === 'openid-appended') &&
    !has(revision, 'authorization-at-the-server') &&
    attack?.world !== 'proxy'
  return {
    scenario,
    attack,
    variant,
    acts:
      scenario.kind === 'attack'
        ? scenario.acts
        : [{ who: 'client', does: 'connect', errands: scenario.errands }],
    revision,
    registration,
    origins: tenant ? { ...origins, issuer: `${origins.issuer}/tenant1` } : origins,
    seed,
    random: seededRandom(`${revision}/${scenario.id}/${seed}`),
    clock: virtualClock(),
    vaultKind: forget.has('client/stores-in-vault') ? 'plain-file' : (chosen ?? 'keychain'),
    forgotten: forget,
    written: input.written,
    before,
    decisions,
  }
}

// A proxy is its own authorization server.
const worldOf = (attack: Attack | undefined, origins: Origins): Origins =>
  attack?.world === 'proxy' ? { ...origins, issuer: new URL(origins.resource).origin } : origins
