import { describe, expect, test } from 'vitest'
import { checklist } from '../../scenarios/checklist.ts'
import { courses, courseWithId, type CourseStep } from '../../scenarios/courses.ts'
import { exerciseNamed } from '../../scenarios/exercise-shelf.ts'
import { onShelf } from '../../scenarios/shelf.ts'
import { mapPhases } from '../../engine/map.ts'
import { map } from '../../scenarios/map.ts'
import { bare, PLAIN, words } from '../scenarios/texts.ts'

/** How long a step takes at least, by the card of what it is about. */
const leastMinutes = (step: CourseStep): number => {
  if (step.does === 'read') return onShelf(step.scenario)!.minutes
  return step.does === 'solve' ? exerciseNamed(step.exercise)!.minutes : 1
}

test('the courses have names of their own, and there are four', () => {
  expect(courses.map(({ id }) => id)).toEqual([
    'first-contact',
    'defenders-path',
    'attack-ladder',
    'half-day',
  ])
  expect(courseWithId('attack-ladder')?.minutes).toBe(90)
  expect(courseWithId('constructor')).toBeUndefined()
})

describe.each(courses.map((course) => [course.id, course] as const))(
  'the course %s',
  (_, course) => {
    test('takes as many minutes as its steps', () => {
      expect(course.steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(course.minutes)
    })

    test('gives every step as long as it takes', () => {
      const hurried = course.steps.filter((step) => step.minutes < leastMinutes(step))
      expect(hurried).toEqual([])
    })

    test('says something before each step, in plain and short texts', () => {
      const texts = [course.title, course.says, ...course.steps.map(({ say }) => say)]
      expect(texts.filter((text) => !PLAIN.test(bare(text)) || words(text) > 60)).toEqual([])
      expect(new Set(course.steps.map(({ say }) => say)).size).toBe(course.steps.length)
    })

    test('asks two or three things at the end, in plain and short texts of its own', () => {
      expect([2, 3]).toContain(course.closing.length)
      const asked = course.closing.map(({ asks }) => asks)
      expect(asked.filter((text) => !PLAIN.test(bare(text)) || words(text) > 30)).toEqual([])
      const answers = course.closing.map(({ answer }) => answer)
      expect(answers.filter((text) => !PLAIN.test(bare(text)) || words(text) > 60)).toEqual([])
      const others = courses.filter((one) => one !== course).flatMap(({ closing }) => closing)
      expect(
        others.filter(({ asks, answer }) =>
          [...asked, ...answers].some((text) => text === asks || text === answer),
        ),
      ).toEqual([])
    })

    test('opens parts of the checklist that there are', () => {
      const parts = course.steps.flatMap((step) =>
        step.does === 'open' && step.page === 'checklist' ? [step.part] : [],
      )
      expect(parts.filter((part) => !checklist.some(({ id }) => id === part))).toEqual([])
    })
  },
)

test('the defender’s path begins with the words, meets an attack in each phase, and ends at both checklists', () => {
  const { steps } = courseWithId('defenders-path')!
  expect(steps[0]).toMatchObject({ does: 'read', scenario: 'first-contact' })
  const attacks = steps.slice(1).flatMap((step) => {
    if (step.does === 'read') return [step.scenario]
    return step.does === 'solve' ? [exerciseNamed(step.exercise)!.scenario] : []
  })
  expect(attacks.filter((id) => onShelf(id)?.kind !== 'attack')).toEqual([])
  const met = attacks.map((id) => map.attacks[id]!.faults[0].phase)
  expect([...new Set(met)]).toEqual([...mapPhases])
  const last = steps.slice(-2)
  expect(last).toMatchObject([{ part: 'client' }, { part: 'mcp-server' }])
})

test('the ladder climbs its six attacks in order', () => {
  const { steps } = courseWithId('attack-ladder')!
  expect(steps.flatMap((step) => (step.does === 'read' ? [step.scenario] : []))).toEqual([
    'confused-deputy',
    'consent-not-bound',
    'as-in-the-middle',
    'refresh-reuse',
    'wrong-audience',
    'mix-up',
  ])
})

test('half a day joins the other courses, with breaks between them', () => {
  const { steps } = courseWithId('half-day')!
  const others = courses.slice(0, 3).flatMap((course) => course.steps)
  expect(steps).toEqual(expect.arrayContaining([...others]))
  expect(steps.filter(({ does }) => does === 'pause').length).toBeGreaterThanOrEqual(3)
})
