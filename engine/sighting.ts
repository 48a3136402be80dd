import { placeOfAnchor, type Anchor } from './anchor.ts'
import type { CheckId } from './checks/index.ts'
import type { OAuthErrorCode } from './oauth/reasons.ts'
import type { Registration } from './registration.ts'
import type { RefId } from './spec/refs.ts'
import type { Revision } from './spec/revisions.ts'
import { LINK_VERSION } from './place.ts'
import { messageParts, type Part } from './wire/parts.ts'
import type { WireMessage } from './wire/message.ts'

/** Where something is seen: a message of a run, and what of it to look at. */
export interface Sighting {
  readonly scenario: string
  /** The message, by its name. */
  readonly at: Anchor
  /** Left out: the scenario’s own. */
  readonly revision?: Revision
  readonly registration?: Registration
  /** The telling of an attack. */
  readonly variant?: string
  /** What is decided otherwise in that run, as links write it. */
  readonly given?: string
  /** A part of the message: where it stands, and its name; headers in lower case. `claim.aud`. */
  readonly field?: string
  /** A check that is made on the message. */
  readonly check?: CheckId
}

/** The place of a sighting as the rest of a link: `/lab/pkce?v=1&at=token-request&pane=message`. */
export const sightingPath = ({
  scenario,
  at,
  revision,
  registration,
  variant,
  given,
  check,
}: Sighting): string =>
  `/lab/${scenario}?${[
    `v=${LINK_VERSION}`,
    ...(revision === undefined ? [] : [`rev=${revision}`]),
    ...(registration === undefined ? [] : [`reg=${registration}`]),
    ...(variant === undefined ? [] : [`var=${variant}`]),
    `at=${at}`,
    ...(given === undefined ? [] : [`do=${encodeURIComponent(given)}`]),
    `pane=${check === undefined ? 'message' : 'checks'}`,
  ].join('&')}`

const flat = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...flat(part.parts)])

/** Every part of a message as sightings name it: place and name. */
export const fieldsIn = (message: WireMessage): readonly string[] =>
  flat(messageParts(message)).map(
    ({ place, name }) => `${place}.${place === 'header' ? name.toLowerCase() : name}`,
  )

/** What a run lacks of what a sighting promises, in one sentence; undefined where all of it is there. */
export const missingIn = (
  { at, field, check }: Sighting,
  log: readonly WireMessage[],
): string | undefined => {
  const message = log.find(({ id }) => id === placeOfAnchor(at, log))
  if (!message) return `The run has no ${at}.`
  if (field !== undefined && !fieldsIn(message).includes(field)) return `${at} has no ${field}.`
  if (check !== undefined && !message.findings.some((finding) => finding.check === check))
    return `${check} is not made on ${at}.`
  return undefined
}

/** A word of the field, or of the lab: what it means, in plain sentences, and where it is seen. */
export interface Term {
  /** Also its place in URLs: lower case and hyphens. */
  readonly id: string
  readonly term: string
  /** Other names it goes by. */
  readonly also?: readonly string[]
  /** One or two sentences: plain text with `code`, *emphasis* and `[ref-id]`. */
  readonly says: string
  readonly seen: Sighting
  /** Terms to read next, by id. */
  readonly near?: readonly string[]
}

/** Something to implement: the checks by which the lab knows that it is there, and where to see it done. */
export interface Duty {
  /** Kept when the reader ticks it: lower case and hyphens. */
  readonly id: string
  /** What to do, as an order: plain text with `code` and *emphasis*. */
  readonly says: string
  readonly checks: readonly [CheckId, ...CheckId[]]
  /** The message of a story where it is done. */
  readonly seen: Sighting
  /** A clause that says more than the checks’ own. */
  readonly ref?: RefId
}

/** The duties of one party, by what they are about. */
export interface DutyGroup {
  readonly about: string
  readonly duties: readonly Duty[]
}

/** Everything that one party has to do. */
export interface DutyPart {
  /** Also its place in URLs. */
  readonly id: string
  /** “An MCP client” */
  readonly who: string
  readonly says: string
  readonly groups: readonly DutyGroup[]
}

/** Where everything that can be looked up is seen, and which attacks a check stops: read off runs. */
export interface Seen {
  readonly checks: Readonly<Record<CheckId, Sighting>>
  /** By the keys of the notes on fields; left out what only a message of somebody’s own making has. */
  readonly parameters: Readonly<Partial<Record<string, Sighting>>>
  readonly errors: Readonly<Partial<Record<OAuthErrorCode, Sighting>>>
  /** The attacks that a check stops, alone or with others. */
  readonly stops: Readonly<Partial<Record<CheckId, readonly string[]>>>
}
