import fc from 'fast-check'
import { MINUTE, type Attempt, type LearnerProgress } from '../../web/workshop/progress.ts'
import { isVisible, visible } from '../../web/workshop/text.ts'
import { forty } from './known.ts'

/** Any name that can be seen. */
export const anyName = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => visible(text))
  .filter((text) => isVisible(text))

/** Anything that a learner can have done with an exercise. */
export const anyAttempt = (exercise: string): fc.Arbitrary<Attempt> =>
  fc.record(
    {
      exercise: fc.constant(exercise),
      solved: fc.option(
        fc.integer({ min: 29_000_000, max: 60_000_000 }).map((minute) => minute * MINUTE),
        { nil: undefined },
      ),
      hints: fc.nat({ max: 3 }),
      tries: fc.nat({ max: 9_999 }),
      shown: fc.boolean(),
    },
    { noNullPrototype: true },
  )

/** Anything that a learner can have done, in the order of the exercises. */
export const anyProgress: fc.Arbitrary<LearnerProgress> = fc.record(
  {
    name: fc.oneof(fc.constant(''), anyName),
    team: fc.oneof(fc.constant(''), anyName),
    workshop: fc.stringMatching(/^[a-z0-9]{0,12}$/),
    attempts: fc
      .subarray(forty)
      .chain((some) => fc.tuple(...some.map((exercise) => anyAttempt(exercise)))),
  },
  { noNullPrototype: true },
)
