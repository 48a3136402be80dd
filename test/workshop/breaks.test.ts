import { describe, expect, test } from 'vitest'
import { courses } from '../../scenarios/courses.ts'
import { added } from '../../web/compose/change.ts'
import { howFar, nextAfter, numberOf, stepsOfStations } from '../../web/practice/steps.ts'
import { pageKey } from '../../web/practice/use-ticks.ts'
import { shownAt } from '../../web/projector/pace.ts'
import { classCsv } from '../../web/workshop/class-table.ts'
import { exercisesOf, stepsInWords, type Station } from '../../web/workshop/known.ts'
import { labKnown, minutesOf, stationLink, stationTitle } from '../../web/workshop/lab-known.ts'
import { labPages } from '../../web/workshop/lab-pages.ts'
import { nothingDone } from '../../web/workshop/progress.ts'
import { standingAt, timetable } from '../../web/workshop/timetable.ts'
import { emptyWorkshop, formatWorkshop, parseWorkshop } from '../../web/workshop/workshop.ts'
import { known } from './known.ts'

const exercise: Station = { kind: 'exercise', id: 'knock-first', minutes: 3 }
const story: Station = { kind: 'scenario', id: 'mix-up', minutes: 6 }
const glossary: Station = { kind: 'page', id: 'glossary', minutes: 4 }
const rest: Station = { kind: 'pause', id: '', minutes: 10 }
const stations = [exercise, rest, story, rest, glossary, rest]
const steps = stepsOfStations(stations)

describe('a link with breaks and pages', () => {
  test('says them in a few letters', () => {
    const text = formatWorkshop({ ...emptyWorkshop, stations }, labKnown)
    expect(text).toBe('v=1&steps=e.knock-first.3~p.10~s.mix-up.6~p.10~o.glossary.4~p.10')
    expect(parseWorkshop(text, labKnown)).toEqual({
      workshop: { ...emptyWorkshop, stations },
      problems: [],
    })
  })

  test('gives a break ten minutes and a page its own where it says none', () => {
    expect(parseWorkshop('steps=p~o.glossary', known).workshop.stations).toEqual([
      { kind: 'pause', id: '', minutes: 10 },
      { kind: 'page', id: 'glossary', minutes: 5 },
    ])
  })

  test.each([
    ['p.0', 'its minutes are no whole number from 1 to 600'],
    ['p.601', 'its minutes are no whole number from 1 to 600'],
    ['p.', 'its minutes are no whole number from 1 to 600'],
    ['p.tea.5', 'it is not written like e.an-exercise.8, s.a-scenario.12, o.a-page.5 or p.10'],
    ['o.glossary.5.5', 'it is not written like'],
    ['o..5', 'it is not written like'],
    ['o.compose.5', 'this lab has no such page for a step to open'],
    ['o.glossary.x', 'its minutes are no whole number from 1 to 600'],
    ['q.5', 'it is not written like'],
  ])('names %s, and opens the rest', (broken, why) => {
    const { workshop, problems } = parseWorkshop(`steps=s.mix-up.9~${broken}~p.5`, known)
    expect(workshop.stations).toEqual([
      { kind: 'scenario', id: 'mix-up', minutes: 9 },
      { kind: 'pause', id: '', minutes: 5 },
    ])
    expect(problems).toEqual([expect.stringContaining(`Step 2, “${broken}”, is left out: ${why}`)])
  })
})

describe('a workshop made from a course', () => {
  test.each(courses.map((course) => [course.id, course] as const))(
    '%s has all its steps, in its order and its time',
    (id, course) => {
      const own = labKnown.courses.find((one) => one.id === id)!.stations
      expect(minutesOf(own)).toBe(course.minutes)
      expect(own.map(({ minutes }) => minutes)).toEqual(course.steps.map(({ minutes }) => minutes))
      expect(stepsOfStations(own).map(({ does }) => does)).toEqual(
        course.steps.map(({ does }) => does),
      )
      const kept = { ...emptyWorkshop, stations: own }
      expect(parseWorkshop(formatWorkshop(kept, labKnown), labKnown).workshop).toEqual(kept)
    },
  )

  test('every page that a step can open has a name, an address, and a mark of its own', () => {
    expect(new Set(labPages.map(({ title }) => title)).size).toBe(labPages.length)
    for (const { id, path, title } of labPages) {
      expect(pageKey(path)).toBe(id)
      expect(stationLink({ kind: 'page', id }, 'abc')).toBe(path)
      expect(stationTitle({ kind: 'page', id })).toBe(title)
    }
  })
})

describe('a break', () => {
  test('is nothing to be done: it is counted in no number of steps', () => {
    expect(stepsInWords(stations)).toBe('3 steps and 3 breaks')
    expect(stepsInWords([story])).toBe('One step')
    expect(howFar(steps, [true, false, true, false, false, false])).toEqual({
      done: 2,
      of: 3,
      minutesLeft: 24,
      next: 4,
    })
    expect(howFar(steps, [true, false, true, false, true, false]).minutesLeft).toBe(0)
    expect(nextAfter(steps, [true, false, false, false, false, false], 0)).toBe(2)
    expect(numberOf(steps, 4)).toBe(3)
  })

  test('is in no table of a class and in no report, nor is a page', () => {
    expect(exercisesOf(stations)).toEqual(['knock-first'])
    const ada = [{ progress: nothingDone('Ada'), from: ['line 1'] }]
    expect(classCsv(ada, exercisesOf(stations))).toBe(classCsv(ada, exercisesOf([exercise])))
  })

  test('takes its minutes in the timetable and on the projector', () => {
    const slots = timetable(stations, 0)
    expect(standingAt(slots, 5 * 60_000)).toEqual({ kind: 'at', index: 1, minutesLeft: 8 })
    const pace = { begins: 0, at: 1, pausedAt: undefined }
    expect(shownAt(pace, stations, 5 * 60_000).left).toBe(8 * 60)
  })

  test('is put where a trainer wants it', () => {
    expect(added([exercise, story], rest, 1)).toEqual([exercise, rest, story])
    expect(added([exercise, story], rest, 0)).toEqual([rest, exercise, story])
    expect(added([exercise, story], rest, 2)).toEqual([exercise, story, rest])
  })
})
