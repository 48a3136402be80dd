import { asText, csvOf } from './csv.ts'
import { formatMoment } from './answers.ts'
import type { Learner } from './learners.ts'
import { attemptAt, SOME_TIME, type Attempt } from './progress.ts'

/** How a class does with one exercise. */
export interface ExerciseTally {
  readonly exercise: string
  readonly solved: number
  /** Begun and not solved. */
  readonly open: number
  readonly untouched: number
  /** Of all learners together. */
  readonly hints: number
  readonly tries: number
  readonly shown: number
}

/** How a class does with each exercise, in their order. */
export const tallyClass = (
  learners: readonly Learner[],
  exercises: readonly string[],
): readonly ExerciseTally[] =>
  exercises.map((exercise) => {
    const attempts = learners.flatMap(({ progress }) => attemptAt(progress, exercise) ?? [])
    const solved = attempts.filter((one) => one.solved !== undefined).length
    const sum = (count: (attempt: Attempt) => number) =>
      attempts.reduce((all, attempt) => all + count(attempt), 0)
    return {
      exercise,
      solved,
      open: attempts.length - solved,
      untouched: learners.length - attempts.length,
      hints: sum(({ hints }) => hints),
      tries: sum(({ tries }) => tries),
      shown: sum(({ shown }) => (shown ? 1 : 0)),
    }
  })

/** Where a room is stuck: exercises that somebody has open or needed hints for, the most open first, then the most hints. */
export const stuckAt = (
  learners: readonly Learner[],
  exercises: readonly string[],
): readonly ExerciseTally[] =>
  tallyClass(learners, exercises)
    .filter(({ open, hints }) => open > 0 || hints > 0)
    .toSorted(
      (one, other) => other.open - one.open || other.hints - one.hints || other.tries - one.tries,
    )

const head = [
  'name',
  'team',
  'exercise',
  'solved',
  'when',
  'hints',
  'tries',
  'solution shown',
  'from',
]

/**
 * A class as CSV for spreadsheets, one row a learner and exercise. It begins with the mark by which they know UTF-8; names come
 * from outside, so none is taken for a formula.
 */
export const classCsv = (learners: readonly Learner[], exercises: readonly string[]): string =>
  `\uFEFF${csvOf([
    head,
    ...learners.flatMap(({ progress, from }) =>
      exercises.map((exercise) => {
        const attempt = attemptAt(progress, exercise)
        return [
          asText(progress.name),
          asText(progress.team),
          asText(exercise),
          attempt === undefined ? 'untouched' : attempt.solved === undefined ? 'begun' : 'solved',
          momentOf(attempt),
          String(attempt?.hints ?? 0),
          String(attempt?.tries ?? 0),
          attempt?.shown ? 'yes' : 'no',
          asText(from.join('; ')),
        ]
      }),
    ),
  ])}`

const momentOf = (attempt: Attempt | undefined): string =>
  attempt?.solved === undefined || attempt.solved === SOME_TIME ? '' : formatMoment(attempt.solved)
