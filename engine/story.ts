import type { Scenario } from './scenario.ts'
import { briefPhaseNames, phaseNames } from './wire/label.ts'
import { settled } from './input.ts'
import { arrived, type Phase, type WireMessage } from './wire/message.ts'

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

/** Lays a scenario's story along a log: phases where they began, beats at their messages. What never happened, or never arrived, is not told. */
export const storyOf = (
  scenario: Scenario,
  log: readonly WireMessage[],
  { revision, registration } = settled({ scenario }),
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
    const message = log.filter(({ name, fate }) => name === at && fate !== 'duplicate')[nth - 1]
    return message && arrived(message) ? [{ since: message.id, text }] : []
  })
  return [...phases, ...beats].toSorted((a, b) => a.since - b.since)
}

/** The id of the first message in which two logs differ; undefined when they are the same. */
export const firstDifference = (
  one: readonly WireMessage[],
  other: readonly WireMessage[],
): number | undefined => {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1)
    if (JSON.stringify(one[index]) !== JSON.stringify(other[index])) return index + 1
  return undefined
}
