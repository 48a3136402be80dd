import { describe, expect, test } from 'vitest'
import { checkWithId, phases, registrationsIn } from '../../engine/index.ts'
import { roles } from '../../engine/checks/check.ts'
import {
  formatAnswer,
  inputOf,
  parseAnswer,
  readAnswer,
  solutionOf,
} from '../../engine/exercise/index.ts'
import { startRun } from '../../engine/run.ts'
import { exerciseCards } from '../../scenarios/exercise-cards.ts'
import { exerciseNamed, exerciseShelf } from '../../scenarios/exercise-shelf.ts'
import { exercises, exerciseWithId } from '../../scenarios/exercises/index.ts'
import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { emptyAnswer, judged, SEED, storyOf } from './judged.ts'

describe('the exercises', () => {
  test('cover every phase of the handshake, every party, every level and every kind', () => {
    const all = (key: 'phase' | 'party' | 'level' | 'kind') =>
      new Set(exercises.map((one) => one[key]))
    expect(all('phase')).toEqual(new Set(phases))
    expect(all('party')).toEqual(new Set(Object.keys(roles)))
    expect(all('level')).toEqual(new Set([1, 2, 3]))
    expect(all('kind')).toEqual(new Set(['bet', 'find', 'fix', 'break']))
    expect(exercises.length).toBeGreaterThanOrEqual(34)
  })

  test('have names of their own, and each has its card and its place on the shelf', async () => {
    const all = [...exercises, ...writeExercises]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    expect(all.map(({ id }) => id)).toEqual(Object.keys(exerciseCards))
    expect(exerciseShelf.map(({ id }) => id)).toEqual(Object.keys(exerciseCards))
    for (const [key, { id }] of Object.entries(exerciseCards)) expect(key).toBe(id)
    for (const { load, ...card } of exerciseShelf) {
      const exercise = await load()
      expect(all).toContain(exercise)
      expect(exerciseWithId(card.id)).toBe(exercise.kind === 'write' ? undefined : exercise)
      expect(exercise).toMatchObject(card)
    }
    expect(exerciseNamed('constructor')).toBeUndefined()
  })

  test('begin on every level with something that needs no other phase to be known', () => {
    const first = exercises.filter(({ level }) => level === 1).map(({ phase }) => phase)
    expect(new Set(first)).toEqual(new Set(phases))
  })
})

describe.each(exercises.map((one) => [one.id, one] as const))(
  'the exercise %s',
  async (_, exercise) => {
    const solution = await solutionOf(exercise, storyOf(exercise), SEED)

    test('is set in a story that can be told like that', () => {
      const { revisions, revision: own } = storyOf(exercise)
      const revision = exercise.revision ?? own
      expect(revisions ?? [revision]).toContain(revision)
      const ways = registrationsIn(revision)
      expect(ways).toContain(exercise.registration ?? ways[0])
    })

    test('accepts its solution, and shows it by runs that can be played again', async () => {
      const verdict = await judged(exercise, solution)
      expect(verdict).toMatchObject({ solved: true })
      expect(verdict.because).toContain(exercise.because)
      expect(verdict.runs.length).toBeGreaterThan(0)
      for (const shown of verdict.runs) {
        const run = startRun(inputOf(storyOf(exercise), shown))
        await run.finish()
        expect(run.log.map(({ id }) => id)).toContain(shown.at)
        expect(shown.forget.every((id) => checkWithId(id))).toBe(true)
      }
      expect(await judged(exercise, solution)).toEqual(verdict)
    })

    test('accepts neither no answer nor one to another kind of exercise', async () => {
      const nothing = await judged(exercise, emptyAnswer(exercise))
      const other = exercises.find(({ kind }) => kind !== exercise.kind)!
      const strange = await judged(exercise, emptyAnswer(other))
      expect([nothing.solved, strange.solved]).toEqual([false, false])
      for (const { sentence, because } of [nothing, strange])
        expect(`${sentence} ${because}`).toMatch(/^\S.{20,}/)
      expect(nothing.sentence).not.toBe(strange.sentence)
    })

    test('has a solution that survives being a link', () => {
      expect(parseAnswer(exercise, formatAnswer(solution))).toEqual({ answer: solution })
      expect(readAnswer(exercise.kind, JSON.parse(JSON.stringify(solution)))).toEqual({
        answer: solution,
      })
      expect(formatAnswer(solution)).toMatch(/^[\w./~-]+$/)
    })
  },
)
