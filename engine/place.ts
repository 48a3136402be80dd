import { formatDecisions, parseDecisions, type Decision } from './decisions.ts'
import { isRegistration, registrations, type Registration } from './registration.ts'
import { isRevision, revisions, type Revision } from './spec/revisions.ts'

/** What a link to the lab holds: which run, and where in it. */
export interface Place {
  readonly scenario: string
  /** The revision chosen; left out: the scenario's own. */
  readonly revision?: Revision
  /** The way of registration chosen; left out: the scenario's own. */
  readonly registration?: Registration
  readonly seed: string
  /** How many messages have been shown. */
  readonly place: number
  readonly decisions: readonly Decision[]
}

/** The version of links this lab writes. */
export const LINK_VERSION = '1'

const SEED = /^[A-Za-z0-9_-]{1,64}$/

/** A place as what follows the scenario in a link: `v=1&rev=2025-11-25&reg=dynamic&seed=abc&at=12&do=consent.deny`. */
export const formatPlace = ({
  revision,
  registration,
  seed,
  place,
  decisions,
}: Omit<Place, 'scenario'>): string => {
  const done = formatDecisions(decisions)
  return [
    `v=${LINK_VERSION}`,
    ...(revision === undefined ? [] : [`rev=${revision}`]),
    ...(registration === undefined ? [] : [`reg=${registration}`]),
    `seed=${seed}`,
    `at=${place}`,
    ...(done === '' ? [] : [`do=${encodeURIComponent(done)}`]),
  ].join('&')
}

/** What came of reading a link: whatever could be read, and one sentence for each part that could not. */
export interface PlaceReading {
  readonly revision?: Revision
  readonly registration?: Registration
  readonly seed: string | undefined
  readonly place: number
  readonly decisions: readonly Decision[]
  readonly problems: readonly string[]
}

/** Reads what follows the scenario in a link. Never throws; what is broken is named, and the rest stays. */
export const parsePlace = (query: string): PlaceReading => {
  const given = new URLSearchParams(query)
  const problems: string[] = []
  const version = given.get('v')
  if (version !== null && version !== LINK_VERSION)
    problems.push(
      `The link is of version “${short(version)}”; this lab reads version ${LINK_VERSION}.`,
    )
  const revision = given.get('rev')
  if (revision !== null && !isRevision(revision))
    problems.push(
      `The revision “${short(revision)}” is none that this lab knows: ${revisions.join(', ')}.`,
    )
  const registration = given.get('reg')
  if (registration !== null && !isRegistration(registration))
    problems.push(
      `The registration “${short(registration)}” is none that this lab knows: ${registrations.join(', ')}.`,
    )
  const seed = given.get('seed')
  if (seed !== null && !SEED.test(seed))
    problems.push(`The seed “${short(seed)}” is not made of 1 to 64 letters, digits, “-” and “_”.`)
  const at = given.get('at')
  if (at !== null && !/^\d{1,6}$/.test(at))
    problems.push(`The place “${short(at)}” is not a number of messages.`)
  const read = parseDecisions(given.get('do') ?? '')
  problems.push(...read.problems.map((problem) => `${problem}.`))
  return {
    ...(revision !== null && isRevision(revision) && { revision }),
    ...(registration !== null && isRegistration(registration) && { registration }),
    seed: seed !== null && SEED.test(seed) ? seed : undefined,
    place: at !== null && /^\d{1,6}$/.test(at) ? Number(at) : 0,
    decisions: read.decisions,
    problems,
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
