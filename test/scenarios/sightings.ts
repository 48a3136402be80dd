import { parseDecisions, startRun, type Run } from '../../engine/index.ts'
import { missingIn, type Sighting } from '../../engine/sighting.ts'
import { scenarioWithId } from '../../scenarios/index.ts'

const played = new Map<string, Promise<Run['log']>>()

const logOf = ({ scenario: id, revision, registration, variant, given = '' }: Sighting) => {
  const key = [id, revision, registration, variant, given].join(' ')
  const known = played.get(key)
  if (known) return known
  const fresh = (async () => {
    const scenario = scenarioWithId(id)
    if (!scenario) throw new Error(`there is no scenario called ${id}`)
    const { decisions, problems } = parseDecisions(given)
    if (problems.length > 0) throw new Error(problems.join(' '))
    const run = startRun({
      scenario,
      decisions,
      ...(revision && { revision }),
      ...(registration && { registration }),
      ...(variant !== undefined && { variant }),
    })
    await run.finish()
    if (variant !== undefined && run.variant !== variant)
      throw new Error(`${id} has no telling called ${variant}`)
    return run.log
  })()
  played.set(key, fresh)
  return fresh
}

/** What the run of a sighting lacks of what it promises, in one sentence; undefined where it is all there. Every run is played once. */
export const missingAt = async (sighting: Sighting): Promise<string | undefined> =>
  missingIn(sighting, await logOf(sighting))
