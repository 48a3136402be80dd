import type { Scenario } from './scenario.ts'
import { briefPhaseNames, labelOf, phaseNames } from './wire/label.ts'
import { settled } from './input.ts'
import { arrived, type MessageName, type Phase, type WireMessage } from './wire/message.ts'

/** Consecutive messages of one phase: the ids of the first and the last. */
export interface Stretch {
  readonly phase: Phase
  readonly name: string
  /** The name in one word. */
  readonly brief: string
  readonly since: number
  readonly until: number
}

/** Divides a log into the phases it went through, in order. */
export const stretchesOf = (log: readonly WireMessage[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const { id, phase } of log) {
    const last = stretches.at(-1)
    if (last?.phase === phase) stretches[stretches.length - 1] = { ...last, until: id }
    else
      stretches.push({
        phase,
        name: phaseNames[phase],
        brief: briefPhaseNames[phase],
        since: id,
        until: id,
      })
  }
  return stretches
}

/** A paragraph of the story and the id of the message since which it is told; a phase's first has its heading. */
export interface Passage {
  readonly since: number
  readonly heading?: string
  readonly text: string
}

/** The way a message went: what it is, where the handshake stood, and, for a request, what came of it. */
const courseOf = (log: readonly WireMessage[], message: WireMessage): string => {
  const answer =
    message.kind === 'request'
      ? log.find(({ kind, exchange }) => kind === 'response' && exchange === message.exchange)
      : undefined
  return [message.state, labelOf(message), answer ? labelOf(answer) : ''].join('\n')
}

/** The messages with a name, copies left out. */
const called = (log: readonly WireMessage[], wanted: MessageName) =>
  log.filter(({ name, fate }) => name === wanted && fate !== 'duplicate')

/**
 * Lays a scenario's story along a log: phases where they began, beats at their messages. What never happened, or never
 * arrived, is not told; nor, where somebody interfered, what went another way than in the run that is `undisturbed`.
 */
export const storyOf = (
  scenario: Scenario,
  log: readonly WireMessage[],
  { revision, registration } = settled({ scenario }),
  undisturbed: readonly WireMessage[] = log,
): Passage[] => {
  const phases = stretchesOf(log).map(({ phase, name, since }) => ({
    since,
    heading: name,
    text: scenario.phases[phase] ?? '',
  }))
  const told = scenario.beats.filter(
    ({ in: revisions, with: ways }) =>
      (revisions?.includes(revision) ?? true) && (ways?.includes(registration) ?? true),
  )
  const beats = told.flatMap(({ at, nth = 1, text }) => {
    const message = called(log, at)[nth - 1]
    const meant = called(undisturbed, at)[nth - 1]
    if (!message || !arrived(message) || !meant) return []
    const asMeant = courseOf(log, message) === courseOf(undisturbed, meant)
    return asMeant ? [{ since: message.id, text }] : []
  })
  return [...phases, ...beats].toSorted((a, b) => a.since - b.since)
}

/** The id of the first message in which two logs differ, to whoever looks at it; undefined when they are the same. What a check would have accepted besides is no difference. */
export const firstDifference = (
  one: readonly WireMessage[],
  other: readonly WireMessage[],
): number | undefined => {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1)
    if (seen(one[index]) !== seen(other[index])) return index + 1
  return undefined
}

const seen = (message: WireMessage | undefined): string =>
  JSON.stringify(
    message && {
      ...message,
      findings: message.findings.map(({ check, verdict, received }) => [check, verdict, received]),
    },
  ) ?? ''
