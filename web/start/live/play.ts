import { glancesOf, type RunAtAGlance } from '../../../engine/glance.ts'
import { castOf, startRun, type Scenario } from '../../../engine/index.ts'
import { loadFirst } from '../../../scenarios/first.ts'
import { map } from '../../../scenarios/map.ts'

/** The seed of the run that the start page plays: what it shows at first was played before, and has to go on as it began. */
export const SEED = 'welcome'

/** Plays the first lesson, and tells it at a glance. Of the checks those are shown which an attack of the lab lives on. */
export const playFirst = async (): Promise<RunAtAGlance> => {
  const scenario: Scenario = await loadFirst()
  const run = startRun({ scenario, seed: SEED })
  const { ending, sentence } = await run.finish()
  if (ending === 'broken') throw new Error(sentence)
  const { log, revision } = run
  const faults = Object.values(map.attacks).map((attack) => attack.faults)
  const telling = [...faults.map(([deciding]) => deciding), ...faults.flat()].map(
    ({ check }) => check,
  )
  return {
    scenario: scenario.id,
    seed: SEED,
    parts: castOf({ scenario: {}, revision, log }).map(({ id, name, brief }) => ({
      id,
      name,
      brief,
    })),
    length: log.length,
    messages: glancesOf(log, telling),
  }
}
