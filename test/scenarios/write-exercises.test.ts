import { describe, expect, test } from 'vitest'
import { checkWithId } from '../../engine/checks/index.ts'
import type { ShownRun } from '../../engine/exercise/contract.ts'
import { judgeWritten } from '../../engine/exercise/judge-written.ts'
import { writableCheck } from '../../engine/exercise/writable.ts'
import type { Ask, WriteExercise } from '../../engine/exercise/write.ts'
import { playWritten } from '../../engine/exercise/written-run.ts'
import { startRun } from '../../engine/index.ts'
import { refs } from '../../engine/spec/refs.ts'
import { writeExercises } from '../../scenarios/exercises/write/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { createInterpreter } from '../../web/exercise/interpreter.ts'
import { clausesIn, words } from './texts.ts'

const read = await createInterpreter()

/** Runs a check where the page runs it: in the real interpreter. */
const asking = (source: string): Ask => {
  const check = read(source)
  if (!('ask' in check)) throw new Error(JSON.stringify(check))
  return (values) => Promise.resolve(check.ask(values))
}

const judged = (exercise: WriteExercise, source: string) =>
  judgeWritten(exercise, { scenarioWithId, ask: asking(source) })

/** What is found on the message of a shown run, played as its link would. */
const foundIn = async (shown: ShownRun, check: string) => {
  const { scenario, at, ...rest } = shown
  const run = startRun({ ...rest, scenario: scenarioWithId(scenario)! })
  await run.finish()
  const message = run.log.find(({ id }) => id === at)
  return message?.findings.filter((one) => one.check === check)
}

const cited = (text: string) => clausesIn(text.replace(/`[^`]+`/g, ''))

test('no two exercises share an id, and each is about a story of the lab', () => {
  expect(new Set(writeExercises.map(({ id }) => id)).size).toBe(writeExercises.length)
  for (const { id, scenario } of writeExercises) {
    expect(id).toMatch(/^write-[a-z]+(-[a-z]+)*$/)
    expect(scenarioWithId(scenario)?.id).toBe(scenario)
  }
})

describe.each(writeExercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (_, exercise) => {
    const { check, starter, solution, wrong, runs } = exercise
    const { instead, parameters } = writableCheck(check)
    const covered: readonly string[] = [check, ...instead]

    test('gives every version the parameters that the check has', () => {
      const head = `function check(${parameters.map(({ name }) => name).join(', ')}) {`
      for (const code of [starter, solution, ...wrong.map((one) => one.code)])
        expect(code.startsWith(head), `${code}`).toBe(true)
      expect(checkWithId(check)?.id.startsWith(`${exercise.party}/`)).toBe(true)
    })

    test('its texts keep to their length and cite clauses that exist', () => {
      const { aim, say, questions, wrongTurns } = exercise.guide
      const texts = [
        exercise.asks,
        ...exercise.hints,
        exercise.because,
        aim,
        say,
        ...questions.flatMap(({ asks, answer }) => [asks, answer]),
        ...wrongTurns,
        ...wrong.map(({ because }) => because),
        ...runs.map(({ because }) => because),
        ...parameters.map(({ says }) => says),
      ]
      for (const text of texts) {
        expect(words(text), `${text}`).toBeLessThanOrEqual(45)
        expect(text).toMatch(/[.?]$/)
        for (const id of cited(text)) {
          expect(Object.keys(refs)).toContain(id)
          expect(exercise.refs).toContain(id)
        }
      }
      expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length)
      expect(new Set(wrong.map(({ name }) => name)).size).toBe(wrong.length)
    })

    test('its solution decides as the engine does: it stops every attack and no honest run', async () => {
      const ask = asking(solution)
      const decided = new Set<boolean>()
      for (const run of runs) {
        const scenario = scenarioWithId(run.scenario)!
        const { asked, ending, log } = await playWritten(exercise, run, scenario, ask)
        expect(asked.length, `${run.name}`).toBeGreaterThan(0)
        for (const { said, own } of asked) {
          expect(said, `${run.name}`).toEqual({ is: 'verdict', passes: own.holds })
          decided.add(own.holds)
        }
        const right =
          scenario.kind === 'attack'
            ? ending.ending === 'refused' && ending.by === check
            : run.change !== undefined || ending.ending === 'completed'
        expect(right, `${run.name}: ${ending.sentence}`).toBe(true)
        const byHand = log.flatMap(({ findings }) => findings.filter(({ written }) => written))
        expect(byHand.length, `${run.name}`).toBe(asked.length)
      }
      expect(decided.size).toBe(2)
      const verdict = await judged(exercise, solution)
      expect(verdict).toMatchObject({ solved: true, because: exercise.because })
      for (const shown of verdict.runs) {
        const found = await foundIn(shown, check)
        const others = await Promise.all(covered.map((id) => foundIn(shown, id)))
        expect(found).toBeDefined()
        expect(others.flat().some((one) => one?.verdict === 'broken')).toBe(true)
      }
    })

    test.each([
      ['the starter', starter] as const,
      ...wrong.map(({ name, code }) => [name, code] as const),
    ])('catches “%s” by a run that shows it', async (_name, code) => {
      const verdict = await judged(exercise, code)
      expect(verdict.solved).toBe(false)
      const [shown] = verdict.runs
      expect(shown?.at).toBeDefined()
      const found = (await Promise.all(covered.map((id) => foundIn(shown!, id)))).flat()
      const through = verdict.sentence.startsWith('Your check lets through')
      expect(verdict.sentence).toMatch(/^Your check (lets through|refuses) what has to /)
      expect(
        found.some((one) =>
          through ? one?.verdict === 'forgotten' && !one.holds : one?.verdict === 'obeyed',
        ),
        `${JSON.stringify(found)}`,
      ).toBe(true)
    })
  },
)

describe('a check that says nothing', () => {
  const [exercise] = writeExercises

  test.each([
    ['throws', 'function check(received) { return received.nothing.at(0) }', /^It threw an error/],
    ['never ends', 'function check() { while (true) {} }', /^It took too long/],
    ['returns a text', 'function check() { return "yes" }', /^It has to return `true` or `false`/],
  ])('%s: the verdict says so, with the values and the run', async (_, code, sentence) => {
    const verdict = await judged(exercise!, code)
    expect(verdict).toMatchObject({ solved: false, sentence: expect.stringMatching(sentence) })
    expect(verdict.because).toMatch(
      /^It was asked about `received` = `"http.*in the run “the honest/,
    )
    expect(verdict.runs[0]?.at).toBeGreaterThan(0)
  })

  test('is asked once about the same values, so that counting leads nowhere', async () => {
    const counts = 'let n = 0; function check() { n += 1; return n < 4 }'
    const [first, second] = [await judged(exercise!, counts), await judged(exercise!, counts)]
    expect(first.solved).toBe(false)
    expect(second).toEqual(first)
  })
})
