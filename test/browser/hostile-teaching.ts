import fc from 'fast-check'
import { stepCode } from '../../web/workshop/step-code.ts'
import { anyText, mutated } from './hostile.ts'

const encoded = anyText.map((text) => encodeURIComponent(text.toWellFormed()))

const exercises = ['knock-first', 'look-at-the-token', 'stop-the-redirect', 'be-the-patient-thief']
const courses = ['first-contact', 'defenders-path', 'half-day']

const code = stepCode({ scenario: 'pkce', place: 9, revision: '2025-11-25', seed: 'room-7' })
const codes = [code!, 'pkce', 'first-contact', 'workshop']

const ofAnExercise = fc
  .tuple(fc.constantFrom(...exercises), fc.constantFrom('seed', 'hints', 'solution'), encoded)
  .map(([id, name, text]) => `/exercise/${id}?${name}=${text}`)

const goodWorkshop = fc
  .tuple(
    fc.constantFrom(...courses),
    fc.constantFrom('e.knock-first.3', 's.mix-up.6', 'e.look-at-the-token.9~s.pkce.3', 'none'),
  )
  .map(
    ([course, steps]) =>
      `v=1&course=${course}&title=Room&steps=${steps}&hints=off&team=Red&team=Blue&seed=room-7`,
  )

const ofAWorkshop = fc
  .tuple(
    fc.constantFrom('/workshop', '/compose', '/class', '/projector', '/guide/workshop'),
    fc.oneof(
      mutated(goodWorkshop),
      fc
        .tuple(
          goodWorkshop,
          fc.constantFrom('v', 'title', 'steps', 'answers', 'team', 'seed', 'begins', 'key', 'z'),
          encoded,
        )
        .map(([good, name, text]) => `${good}&${name}=${text}`),
    ),
  )
  .map((all) => all.join('?').slice(0, 200_000))

const byName = fc
  .tuple(
    fc.constantFrom('/exercise/', '/course/', '/guide/', '/guide/exercise/', '/go/', '/practice?'),
    fc.oneof(encoded, mutated(fc.constantFrom(...codes))),
  )
  .map((all) => all.join(''))

/** The hash of a page to practise or to teach with: of an exercise, a course, a workshop, a guide, or of none. */
export const anyTeachingHash: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: ofAnExercise },
  { weight: 4, arbitrary: ofAWorkshop },
  { weight: 2, arbitrary: byName },
)
