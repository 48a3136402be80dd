import { formatDecisions, parseDecisions, type Decision } from './decisions.ts'

/** What a link to the lab holds: which run, and where in it. */
export interface Place {
  readonly scenario: string
  readonly seed: string
  /** How many messages have been shown. */
  readonly place: number
  readonly decisions: readonly Decision[]
}

/** The version of links this lab writes. */
export const LINK_VERSION = '1'

const SEED = /^[A-Za-z0-9_-]{1,64}$/

/** A place as what follows the scenario in a link: `v=1&seed=abc&at=12&do=consent.deny`. */
export const formatPlace = ({ seed, place, decisions }: Omit<Place, 'scenario'>): string => {
  const done = formatDecisions(decisions)
  return `v=${LINK_VERSION}&seed=${seed}&at=${place}${done === '' ? '' : `&do=${encodeURIComponent(done)}`}`
}

/** What came of reading a link: whatever could be read, and one sentence for each part that could not. */
export interface PlaceReading {
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
  const seed = given.get('seed')
  if (seed !== null && !SEED.test(seed))
    problems.push(`The seed “${short(seed)}” is not made of 1 to 64 letters, digits, “-” and “_”.`)
  const at = given.get('at')
  if (at !== null && !/^\d{1,6}$/.test(at))
    problems.push(`The place “${short(at)}” is not a number of messages.`)
  const read = parseDecisions(given.get('do') ?? '')
  problems.push(...read.problems.map((problem) => `${problem}.`))
  return {
    seed: seed !== null && SEED.test(seed) ? seed : undefined,
    place: at !== null && /^\d{1,6}$/.test(at) ? Number(at) : 0,
    decisions: read.decisions,
    problems,
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
