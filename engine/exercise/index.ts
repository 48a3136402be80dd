// What judges the exercises. A public face of the engine: the page loads it when somebody opens an exercise.
import type { Scenario } from '../scenario.ts'
import { judgeBet, outcomeOf } from './bet.ts'
import { judgeBreak } from './break.ts'
import type { Verdict } from './contract.ts'
import { judgeFind, worldOf } from './find.ts'
import { judgeFix, solutionOfFix } from './fix.ts'
import type { Answer, Exercise } from './kinds.ts'

export type { ExpectedQuestion, Guide, Level, ShownRun, Task, Verdict } from './contract.ts'
export type {
  Answer,
  Answers,
  Bet,
  BetOption,
  Break,
  Exercise,
  ExerciseKind,
  Find,
  Fix,
  Move,
  Predicted,
  Probe,
  Suspect,
  Trial,
} from './kinds.ts'
export type { WriteExercise } from './write.ts'
export { formatAnswer, parseAnswer, readAnswer, type AnswerReading } from './answers.ts'
export { outcomeOf } from './bet.ts'
export type { Outcome } from './bet-wrong.ts'
export { actsOf } from './break.ts'
export { brokenAt, decisionsOf, playProbe, tryIn, worldOf, type Trying } from './find.ts'
export {
  clientCompleted,
  honestActs,
  inputOf,
  mattersFor,
  playFor,
  toldFor,
  type Played,
} from './playing.ts'

/** Judges an answer to an exercise about a scenario, in the world of a seed: computed from runs that are played for it. */
export const judge = async (
  exercise: Exercise,
  scenario: Scenario,
  answer: Answer,
  seed: string,
): Promise<Verdict> => {
  if (exercise.kind === 'bet' && answer.kind === 'bet')
    return judgeBet(exercise, scenario, answer, seed)
  if (exercise.kind === 'find' && answer.kind === 'find')
    return judgeFind(exercise, scenario, answer, seed)
  if (exercise.kind === 'fix' && answer.kind === 'fix')
    return judgeFix(exercise, scenario, answer, seed)
  if (exercise.kind === 'break' && answer.kind === 'break')
    return judgeBreak(exercise, scenario, answer, seed)
  return {
    solved: false,
    sentence: `This is an answer to another kind of exercise: “${answer.kind}”, and not “${exercise.kind}”.`,
    because: 'Answer what this exercise asks.',
    runs: [],
  }
}

/** An answer that the judge accepts in the world of a seed, for whoever wants to see the solution played. */
export const solutionOf = async (
  exercise: Exercise,
  scenario: Scenario,
  seed: string,
): Promise<Answer> => {
  switch (exercise.kind) {
    case 'bet':
      return { kind: 'bet', says: (await outcomeOf(exercise, scenario, seed)).id }
    case 'find':
      return { kind: 'find', check: worldOf(exercise, seed) }
    case 'fix':
      return solutionOfFix(exercise, scenario, seed)
    case 'break':
      return { kind: 'break', moves: exercise.paths[0] }
  }
}
