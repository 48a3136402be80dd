import { parseAnchor, type Anchor } from './anchor.ts'
import { isCheckId, type CheckId } from './checks/index.ts'
import {
  formatDecisions,
  parseDecisions,
  type Decision,
  type DecisionReading,
} from './decisions.ts'
import { fewProblems, linkParts, shortened, type LinkForm } from './link-parts.ts'
import { isRegistration, registrations, type Registration } from './registration.ts'
import { isRevision, revisions, type Revision } from './spec/revisions.ts'

/** What a link to the lab holds: which run, where in it, and what is looked at. */
export interface Place {
  readonly scenario: string
  /** The revision chosen; left out: the scenario's own. */
  readonly revision?: Revision
  /** The way of registration chosen; left out: the scenario's own. */
  readonly registration?: Registration
  /** The telling of an attack that was chosen; left out: the plain one. */
  readonly variant?: string
  /** The checks that are forgotten; left out: those that the scenario forgets. */
  readonly forget?: readonly CheckId[]
  /** Where all values of the run come from; left out: fresh ones are drawn. */
  readonly seed?: string
  /** How many messages have been shown. */
  readonly place: number
  /** The message the place was named by, where it was: the run says which number that is. */
  readonly anchor?: Anchor
  readonly decisions: readonly Decision[]
  /** The panel that is looked at; left out: the lab chooses. */
  readonly pane?: string
}

/**
 * The version of links this lab writes. Since 2 a place may be a message's name, long decisions may be packed (`z`), and
 * whatever goes without saying is left out. A link of version 1, or without one, is read by the same rules.
 */
export const LINK_VERSION = '2'

const VARIANT = /^[a-z][a-z-]{0,30}$/
/** What stands in a link where nothing is forgotten. */
const NOTHING = 'nothing'
const SEED = /^[A-Za-z0-9_-]{1,64}$/
const PANE = /^[a-z]{1,20}$/
const COUNT = /^\d{1,6}$/

/**
 * A place as what follows the scenario in a link: `v=2&rev=2025-11-25&reg=dynamic&seed=abc&at=12&do=consent.deny`; empty
 * where everything goes without saying. Decisions that were packed stand there packed where that is shorter.
 */
export const formatPlace = (place: Omit<Place, 'scenario'>, packed?: string): string => {
  const { revision, registration, variant, forget, seed, anchor, pane } = place
  const done = encodeURIComponent(formatDecisions(place.decisions))
  const parts = [
    ...(revision === undefined ? [] : [`rev=${revision}`]),
    ...(registration === undefined ? [] : [`reg=${registration}`]),
    ...(variant === undefined ? [] : [`var=${variant}`]),
    ...(forget === undefined ? [] : [`forget=${forget.join('~') || NOTHING}`]),
    ...(seed === undefined ? [] : [`seed=${seed}`]),
    ...(anchor === undefined && place.place === 0 ? [] : [`at=${anchor ?? place.place}`]),
    ...(done === ''
      ? []
      : [packed !== undefined && packed.length < done.length ? `z=${packed}` : `do=${done}`]),
    ...(pane === undefined ? [] : [`pane=${pane}`]),
  ]
  return parts.length === 0 ? '' : [`v=${LINK_VERSION}`, ...parts].join('&')
}

/** What came of reading a link: whatever could be read, and one sentence for each part that could not. */
export interface PlaceReading extends Omit<Place, 'scenario' | 'seed'> {
  readonly seed: string | undefined
  readonly problems: readonly string[]
}

/** What stands packed in a link, to be unpacked before the link is read. */
export const packedIn = (query: string): string | undefined =>
  new URLSearchParams(query).get('z') ?? undefined

/**
 * Reads what follows the scenario in a link. Never throws; what is broken is named, and the rest stays. Packed decisions
 * are read beforehand, by whoever has the means.
 */
export const parsePlace = (query: string, unpacked?: DecisionReading): PlaceReading => {
  const { given, problems, part } = linkParts(query, FORM)
  const revision = part(
    'rev',
    (text) => (isRevision(text) ? text : undefined),
    (text) => `The revision “${text}” is none that this lab knows: ${revisions.join(', ')}.`,
  )
  const registration = part(
    'reg',
    (text) => (isRegistration(text) ? text : undefined),
    (text) =>
      `The registration “${text}” is none that this lab knows: ${registrations.join(', ')}.`,
  )
  const variant = part(
    'var',
    matching(VARIANT),
    (text) => `The variant “${text}” is not made of lower-case letters and hyphens.`,
  )
  const named = given
    .get('forget')
    ?.split('~')
    .filter((one) => one !== '' && one !== NOTHING)
  for (const one of named ?? [])
    if (!isCheckId(one))
      problems.push(`“${shortened(one)}” is no check of this lab, so it cannot be forgotten.`)
  const seed = part(
    'seed',
    matching(SEED),
    (text) => `The seed “${text}” is not made of 1 to 64 letters, digits, “-” and “_”.`,
  )
  const at = part(
    'at',
    (text) => (COUNT.test(text) ? Number(text) : parseAnchor(text)),
    (text) =>
      `The place or step “${text}” is neither a number of messages nor the name of one, such as token-request or token-request.2.`,
  )
  const pane = part('pane', matching(PANE), (text) => `The panel “${text}” is none.`)
  const read = parseDecisions(given.get('do') ?? '')
  problems.push(...[...read.problems, ...(unpacked?.problems ?? [])].map((one) => `${one}.`))
  return {
    ...(revision && { revision }),
    ...(registration && { registration }),
    ...(variant !== undefined && { variant }),
    ...(named && { forget: [...new Set(named.filter(isCheckId))] }),
    seed,
    place: typeof at === 'number' ? at : 0,
    ...(typeof at === 'string' && { anchor: at }),
    decisions: [...read.decisions, ...(unpacked?.decisions ?? [])],
    ...(pane !== undefined && { pane }),
    problems: fewProblems(problems),
  }
}

const FORM: LinkForm = {
  versions: ['1', LINK_VERSION],
  parts: new Set('v rev reg var forget seed at do z pane'.split(' ')),
}

const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined
