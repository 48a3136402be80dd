import { describe, expect, test } from 'vitest'
import { checkWithId, messageText, refs } from '../../engine/index.ts'
import { playFor, type Exercise } from '../../engine/exercise/index.ts'
import { messageNames } from '../../engine/wire/message.ts'
import { exercises } from '../../scenarios/exercises/index.ts'
import { foreignHostsIn, stringsIn } from '../scenarios/attack-texts.ts'
import {
  bare,
  clausesIn,
  hostsOfOthers,
  PLACE_ON_A_MACHINE,
  PLAIN,
  told,
  words,
} from '../scenarios/texts.ts'
import { SEED, storyOf } from './judged.ts'

const offered = (exercise: Exercise): readonly string[] => {
  switch (exercise.kind) {
    case 'bet':
      return exercise.options.map(({ says }) => says)
    case 'find':
      return exercise.pool.flatMap(({ probes }) => probes.map(({ says }) => says))
    case 'fix':
      return []
    case 'break':
      return exercise.menu.map(({ says }) => says)
  }
}

const textsOf = (exercise: Exercise): readonly string[] => {
  const { title, asks, hints, because, guide } = exercise
  return [
    title,
    asks,
    ...hints,
    because,
    guide.aim,
    guide.say,
    ...guide.questions.flatMap(({ asks, answer }) => [asks, answer]),
    ...guide.wrongTurns,
    ...offered(exercise),
  ]
}

/** What an exercise has beside its texts: what its probes write, what its moves do. */
const dataOf = (exercise: Exercise): string => {
  const data =
    exercise.kind === 'find'
      ? exercise.pool.flatMap(({ probes }) => probes.map(({ trials }) => trials))
      : exercise.kind === 'break'
        ? exercise.menu.map(({ acts }) => acts)
        : []
  return JSON.stringify(data)
}

describe.each(exercises.map((one) => [one.id, one] as const))('the texts of %s', (_, exercise) => {
  const texts = textsOf(exercise)

  test('are plain, and in our punctuation', () => {
    expect(texts.filter((text) => !PLAIN.test(bare(text))).map(told)).toEqual([])
    expect(texts.filter((text) => /—|–/.test(text)).map(told)).toEqual([])
    expect(texts.filter((text) => PLACE_ON_A_MACHINE.test(text)).map(told)).toEqual([])
    expect(texts.flatMap(hostsOfOthers)).toEqual([])
    expect(
      stringsIn(exercise)
        .flatMap(foreignHostsIn)
        .filter((host) => host !== '10.0.0.5'),
    ).toEqual([])
  })

  test('are short enough to be read while others wait', () => {
    expect(texts.filter((text) => words(text) > 60).map(told)).toEqual([])
    expect(
      texts
        .slice(1)
        .filter((text) => !/[.?”]$/.test(text))
        .map(told),
    ).toEqual([])
  })

  test('cite clauses that there are', () => {
    const cited = [...texts.flatMap(clausesIn), ...exercise.refs]
    expect(cited.filter((id) => !Object.hasOwn(refs, id))).toEqual([])
    expect(exercise.refs.length).toBeGreaterThan(0)
  })

  test('show as code only what is a check, a message, or stands in the run or the exercise', async () => {
    const { run } = await playFor(exercise, storyOf(exercise), SEED)
    const shown = run.log.map(messageText).join('\n') + dataOf(exercise)
    const codes = texts.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!))
    const strange = codes.filter(
      (code) =>
        !checkWithId(code) && !messageNames.some((name) => name === code) && !shown.includes(code),
    )
    expect(strange).toEqual([])
  })

  test('give hints that do not say the same twice', () => {
    expect(new Set(exercise.hints).size).toBe(3)
    // The first is vague: it names no check and no value.
    expect(exercise.hints[0]).not.toMatch(/`/)
  })
})
