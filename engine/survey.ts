import type { CheckId } from './checks/index.ts'
import { partyMaking } from './check-maker.ts'
import { startRun, type Run } from './run.ts'
import type { Attack, Lesson, Scenario } from './scenario.ts'
import {
  mapParties,
  mapPhases,
  type Fault,
  type Level,
  type MapPhase,
  type Survey,
  type SurveyedAttack,
  type SurveyedLesson,
} from './map.ts'
import type { Phase, WireMessage } from './wire/message.ts'

// Where every scenario stands on a map of the handshake is read off runs, so that no map has to be drawn by hand.

const columnOf = (phase: Phase): MapPhase | undefined =>
  phase === 'stepUp' ? 'toolCall' : mapPhases.find((one) => one === phase)

const play = async (scenario: Scenario, forget?: readonly CheckId[]): Promise<Run> => {
  const run = startRun({ scenario, ...(forget && { forget }) })
  await run.finish()
  return run
}

type Tally = Partial<Record<MapPhase, number>>

const count = (tally: Tally, phase: Phase): Tally => {
  const column = columnOf(phase)
  return column ? { ...tally, [column]: (tally[column] ?? 0) + 1 } : tally
}

const most = (tally: Tally): MapPhase | undefined =>
  mapPhases
    .filter((phase) => tally[phase] !== undefined)
    .toSorted((one, other) => tally[other]! - tally[one]!)[0]

/** How often each phase has a check made in some logs. */
const madeIn = (logs: readonly (readonly WireMessage[])[], check: CheckId): Tally =>
  logs
    .flat()
    .filter(({ findings }) => findings.some((one) => one.check === check))
    .reduce((tally: Tally, { phase }) => count(tally, phase), {})

const passagesIn = ({ beats }: Lesson, { log, revision, registration }: Run): Tally => {
  let tally: Tally = {}
  for (const { at, nth = 1, in: revisions, with: registrations } of beats) {
    const told =
      (revisions?.includes(revision) ?? true) && (registrations?.includes(registration) ?? true)
    const message = told ? log.filter(({ name }) => name === at)[nth - 1] : undefined
    if (message) tally = count(tally, message.phase)
  }
  return tally
}

const LEVELS: readonly Level[] = ['easy', 'medium', 'hard']

/** One forgotten check is easy, two are not, three are hard; a proxy, which puts one handshake into another, adds a step. */
const levelOf = ({ forget, world }: Attack): Level =>
  LEVELS[Math.min(2, forget.length - 1 + (world === 'proxy' ? 1 : 0))]!

/** Where every lesson and every attack stands. Plays lessons, and attacks with every check made. */
export const survey = async (
  lessons: readonly Lesson[],
  attacks: readonly Attack[],
): Promise<Survey> => {
  const honest = await Promise.all(lessons.map((lesson) => play(lesson)))
  const logs = honest.map(({ log }) => log)
  const attacked = attacks.map(async (attack): Promise<[string, SurveyedAttack]> => {
    const careful = await play(attack, [])
    const placed = attack.stops[0]!.checks.map((check): Fault => {
      const phase = most(madeIn(logs, check)) ?? most(madeIn([careful.log], check))
      const party = mapParties.find((one) => one === partyMaking(check))
      if (!phase || !party) throw new Error(`${attack.id}: the map has no place for ${check}`)
      return { check, party, phase }
    })
    const faults = placed.toReversed() as [Fault, ...Fault[]]
    return [attack.id, { level: levelOf(attack), faults }]
  })
  return {
    lessons: Object.fromEntries(
      lessons.map((lesson, at): [string, SurveyedLesson] => [
        lesson.id,
        { messages: logs[at]!.length, passages: passagesIn(lesson, honest[at]!) },
      ]),
    ),
    attacks: Object.fromEntries(await Promise.all(attacked)),
  }
}
