import {
  startRun,
  type CheckId,
  type Decision,
  type Ending,
  type Holding,
  type Revision,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import {
  actsOf,
  inputOf,
  mattersFor,
  outcomeOf,
  playFor,
  toldFor,
  worldOf,
  type Answer,
  type Exercise,
  type Played,
  type ShownRun,
} from '../../engine/exercise/index.ts'

/** Which run of an exercise is to be seen. */
export interface Wish {
  readonly exercise: Exercise
  readonly scenario: Scenario
  readonly seed: string
  /** What was answered, where it changes the run, or what of it may be seen. */
  readonly answer: Answer | undefined
  /** What the learner changed on its way. */
  readonly decisions: readonly Decision[]
  /** Whether the answer was right, so that nothing has to be hidden any more. */
  readonly solved: boolean
  /** A run that shows why, in place of the one in which it is answered. */
  readonly shown: ShownRun | undefined
}

/** A run as far as it may be seen. */
export interface Scene {
  readonly log: readonly WireMessage[]
  /** How it ends, where that may be told. */
  readonly ending: Ending | undefined
  readonly revision: Revision
  /** The message to go to. */
  readonly place: number
  /** Whether whoever was somewhere in the run before stays there. */
  readonly stays: boolean
  /** What the attacker holds at its end. */
  readonly held: readonly Holding['name'][]
  /** Whether verdicts of checks are left out, because they would say what is asked for. */
  readonly blind: boolean
}

const sceneIn = ({ run, ending }: Played, place = ending.at ?? run.log.length): Scene => ({
  log: run.log,
  ending,
  revision: run.revision,
  place,
  stays: false,
  held: [...new Set(run.knowledge.attacker.map(({ name }) => name))],
  blind: false,
})

const blind = (scene: Scene): Scene => ({
  ...scene,
  log: scene.log.map((message) => ({ ...message, findings: [] })),
  ending: undefined,
  blind: true,
})

/** A run up to a place, as if it had come no further. */
const until = (scene: Scene, after: number): Scene => ({
  ...scene,
  log: scene.log.slice(0, after).map((message) => ({
    ...message,
    findings: message.findings.filter(({ since }) => since <= after),
  })),
  ending: undefined,
  place: after,
})

/** Plays the run of an exercise, and leaves out what must not be seen yet. */
export const sceneOf = async (wish: Wish): Promise<Scene> => {
  const { exercise, shown, solved } = wish
  const hidden = exercise.kind === 'find' && !solved
  if (shown) {
    const run = startRun(inputOf(wish.scenario, shown))
    const ending = await run.finish()
    const scene = sceneIn({ run, ending, show: () => shown }, shown.at)
    return hidden ? blind(scene) : scene
  }
  switch (exercise.kind) {
    case 'bet': {
      const { played, after, at } = await outcomeOf(exercise, wish.scenario, wish.seed)
      return wish.answer ? sceneIn(played, at) : until(sceneIn(played), after)
    }
    case 'find': {
      const forget = [worldOf(exercise, wish.seed)]
      const { decisions } = wish
      const played = await playFor(exercise, wish.scenario, wish.seed, { forget, decisions })
      const scene = { ...sceneIn(played, played.run.log.length), stays: true }
      return hidden ? blind(scene) : scene
    }
    case 'fix': {
      const remembered: readonly string[] = wish.answer?.kind === 'fix' ? wish.answer.remember : []
      const forget = mattersFor(exercise, wish.scenario).filter(
        (id: CheckId) => !remembered.includes(id),
      )
      return sceneIn(await playFor(exercise, wish.scenario, wish.seed, { forget }))
    }
    case 'break':
      return breakScene(exercise, wish, wish.answer?.kind === 'break' ? wish.answer.moves : [])
  }
}

const breakScene = async (
  exercise: Extract<Exercise, { kind: 'break' }>,
  { scenario, seed }: Wish,
  moves: readonly string[],
): Promise<Scene> => {
  const told = toldFor(exercise, scenario)
  if (told.kind !== 'attack') throw new Error(`${exercise.id} needs an attack`)
  const acts = actsOf(exercise, told, moves)
  const played = await playFor(exercise, scenario, seed, {
    acts,
    ...(exercise.forget && { forget: exercise.forget }),
  })
  const scene = sceneIn(played, played.run.log.length)
  // Before the first move nothing has been won or lost.
  return moves.length === 0 ? { ...scene, ending: undefined } : scene
}
