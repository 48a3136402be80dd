import type { CheckId, Scenario } from '../../engine/index.ts'
import {
  judge,
  solutionOf,
  worldOf,
  type Answer,
  type Exercise,
  type Verdict,
  type WriteExercise,
} from '../../engine/exercise/index.ts'
import { exerciseNamed } from '../../scenarios/exercise-shelf.ts'
import { onShelf } from '../../scenarios/shelf.ts'
import type { Step } from '../practice/steps.ts'
import { seedOfSeat } from '../practice/workshop-now.ts'
import { wayOf, type StoryWay } from './story-way.ts'

/** What a facilitator has to know of a step, computed where it can be. */
export type StepGuide =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'story'
      readonly scenario: Scenario
      readonly way: StoryWay
    }
  | {
      readonly kind: 'exercise'
      readonly exercise: Exercise
      readonly scenario: Scenario
      readonly answer: Answer
      readonly verdict: Verdict
      /** What is forgotten at each seat, as long as nothing repeats; for exercises in which it is to be found. */
      readonly seats: readonly CheckId[]
    }
  | {
      /** A check to be written: its solution stands in it, and runs where learners write. */
      readonly kind: 'written'
      readonly exercise: WriteExercise
      readonly scenario: Scenario
    }
  | { readonly kind: 'failed'; readonly problem: string }

/** Works out what a facilitator has to know of a step, in the world of a seed. */
export const workOut = async ({ does, id }: Step, seed: string): Promise<StepGuide> => {
  if (does === 'read') return storyGuide(id, seed)
  return does === 'solve' ? exerciseGuide(id, seed) : { kind: 'plain' }
}

const storyGuide = async (id: string, seed: string): Promise<StepGuide> => {
  const scenario = await onShelf(id)?.load()
  if (!scenario) return failed(`The story “${id}” is not there.`)
  return { kind: 'story', scenario, way: await wayOf(scenario, seed) }
}

const exerciseGuide = async (id: string, seed: string): Promise<StepGuide> => {
  const exercise = await exerciseNamed(id)?.load()
  const scenario = exercise && (await onShelf(exercise.scenario)?.load())
  if (!exercise || !scenario) return failed(`The exercise “${id}” is not there.`)
  if (isWritten(exercise)) return { kind: 'written', exercise, scenario }
  const answer = await solutionOf(exercise, scenario, seed)
  const verdict = await judge(exercise, scenario, answer, seed)
  const seats =
    exercise.kind === 'find'
      ? exercise.pool.map((_, at) => worldOf(exercise, seedOfSeat(seed, at + 1)!))
      : []
  return { kind: 'exercise', exercise, scenario, answer, verdict, seats }
}

const isWritten = (one: Exercise | WriteExercise): one is WriteExercise => one.kind === 'write'

const failed = (problem: string): StepGuide => ({ kind: 'failed', problem })
