import { forgetsAsTold } from './attack/variant.ts'
import type { CheckId } from './checks/index.ts'
import type { Ending } from './ending.ts'
import { likenessOf } from './likeness.ts'
import type { Passage } from './passage.ts'
import { plainly } from './plain.ts'
import { retoldIn } from './retold.ts'
import type { Beat, Scenario } from './scenario.ts'
import type { Revision } from './spec/revisions.ts'
import { briefPhaseNames, labelOf, phaseNames } from './wire/label.ts'
import { settled } from './input.ts'
import type { Registration } from './registration.ts'
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

/** The way a message went: what it is, where the handshake stood, and, for a request, what came of it. */
const courseOf = (log: readonly WireMessage[], message: WireMessage): string => {
  const answer =
    message.kind === 'request'
      ? log.find(({ kind, exchange }) => kind === 'response' && exchange === message.exchange)
      : undefined
  return [message.state, labelOf(message), answer ? labelOf(answer) : ''].join('\n')
}

interface Edition {
  readonly revision: Revision
  readonly registration: Registration
  readonly variant?: string | undefined
  /** The checks that are forgotten; left out: as the story has it. */
  readonly forget?: readonly CheckId[]
}

/** What the telling of an attack that has no name of its own is called where beats are chosen. */
const PLAIN = 'plain'

/** With which message each phase begins for the first time. */
const firstOf = (log: readonly WireMessage[]): ReadonlyMap<Phase, number> =>
  new Map(
    stretchesOf(log)
      .toReversed()
      .map(({ phase, since }) => [phase, since]),
  )

/** The messages with a name, copies left out. */
const called = (log: readonly WireMessage[], wanted: MessageName) =>
  log.filter(({ name, fate }) => name === wanted && fate !== 'duplicate')

/**
 * Lays a scenario's story along a log: phases where they began, beats at their messages. What never happened, or never
 * arrived, is not told; nor, where somebody interfered, what went another way than in the run that is `undisturbed`; nor,
 * where other checks are forgotten than the story says, what became another message. What happened in their place is told
 * from the log.
 */
export const storyOf = (
  scenario: Scenario,
  log: readonly WireMessage[],
  { revision, registration, variant, forget }: Edition = settled({ scenario }),
  undisturbed: readonly WireMessage[] = log,
  ending?: Ending,
): Passage[] => {
  const meantHere = scenario.beats.filter(
    ({ in: revisions, with: ways, of: tellings }) =>
      (revisions?.includes(revision) ?? true) &&
      (ways?.includes(registration) ?? true) &&
      (tellings?.includes(variant ?? PLAIN) ?? true),
  )
  const same = log === undisturbed
  const asTold = forgetsAsTold(scenario, { variant, forget })
  const like = same ? undefined : likenessOf(undisturbed, log)
  const placeOf = ({ at, nth = 1 }: Beat): number | undefined => {
    const meant = called(undisturbed, at)[nth - 1]
    if (!meant) return undefined
    if (!asTold && like) return like.get(meant.id)?.id
    const message = called(log, at)[nth - 1]
    return message && arrived(message) && courseOf(log, message) === courseOf(undisturbed, meant)
      ? message.id
      : undefined
  }
  const beats = meantHere.flatMap((beat): Passage[] => {
    const since = placeOf(beat)
    const holds = asTold || (beat.without?.every((check) => forget?.includes(check)) ?? true)
    return since === undefined || !holds ? [] : [{ since, text: beat.text }]
  })
  const kept = new Set([...(like?.values() ?? [])].map(({ id }) => id))
  const beginning = firstOf(log)
  const went = (phase: Phase): boolean =>
    asTold || !like || undisturbed.every((one) => one.phase !== phase || like.has(one.id))
  const phases = stretchesOf(log).map(({ phase, name, since }): Passage => {
    const text = scenario.phases[phase]
    // What a phase is about is said once, and only where all of it went as in the story.
    const holds = text !== undefined && beginning.get(phase) === since && went(phase)
    const told = beats.some((beat) => beat.since === since)
    return { since, heading: name, text: holds ? text : told ? '' : plainly(log[since - 1]!) }
  })
  const retold = same ? [] : retoldIn(log, undisturbed, kept, ending)
  const silent = new Set(beats.map(({ since }) => since))
  return [
    ...phases,
    ...beats,
    ...retold.filter(({ since, text }) => text !== '' && !silent.has(since)),
  ].toSorted((a, b) => a.since - b.since)
}
