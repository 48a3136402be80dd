import { judge, type Answer, type Exercise, type Verdict } from '../../engine/exercise/index.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { exercises } from '../../scenarios/exercises/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'

/** The seed of every world in these tests. */
export const SEED = 'room-1'

/** The story that an exercise is about. */
export const storyOf = ({ id, scenario }: Exercise): Scenario => {
  const found = scenarioWithId(scenario)
  if (!found) throw new Error(`${id} is about ${scenario}, and there is no such story`)
  return found
}

/** What the judge says of an answer. */
export const judged = (exercise: Exercise, answer: Answer, seed = SEED): Promise<Verdict> =>
  judge(exercise, storyOf(exercise), answer, seed)

/** An answer in which nothing was answered. */
export const emptyAnswer = ({ kind }: Exercise): Answer => {
  switch (kind) {
    case 'bet':
      return { kind, says: '' }
    case 'find':
      return { kind }
    case 'fix':
      return { kind, remember: [] }
    case 'break':
      return { kind, moves: [] }
  }
}

/** All exercises of a kind, by their ids, as tables take them. */
export const ofKind = <Kind extends Exercise['kind']>(kind: Kind) =>
  exercises
    .filter((one): one is Extract<Exercise, { kind: Kind }> => one.kind === kind)
    .map((one) => [one.id, one] as const)
