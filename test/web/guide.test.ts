import { describe, expect, test } from 'vitest'
import type { Attack, Scenario } from '../../engine/index.ts'
import { companyTerms, labTerms, protocolTerms } from '../../scenarios/glossary.ts'
import { courses } from '../../scenarios/courses.ts'
import { scenarios } from '../../scenarios/index.ts'
import { minutesOf, roomMinutesOf, roomPlan, sparedSteps } from '../../web/guide/spare.ts'
import { switchOn, wayOf } from '../../web/guide/story-way.ts'
import { castOf, wordsOf } from '../../web/guide/terms.ts'
import { stepsOfCourse, type Step } from '../../web/practice/steps.ts'

const named = (...ids: readonly string[]): readonly Scenario[] =>
  ids.map((id) => scenarios.find((one) => one.id === id)!)

describe('who is who in a guide', () => {
  const cast = (...ids: readonly string[]) => castOf(named(...ids)).map(({ id }) => id)

  test('is whom the stories name, and nobody else', () => {
    expect(cast('first-contact')).toEqual(['sam', 'quill', 'notes', 'auth', 'vault'])
    expect(cast('confused-deputy')).toContain('archive')
    expect(cast('wrong-audience')).not.toContain('archive')
    expect(cast('ssrf-discovery')).toContain('console')
  })

  test('does not take a word for a name', () => {
    const [story] = named('first-contact')
    const renamed = { ...story!, title: 'Consoles, archives and malloryish', summary: 'samples' }
    expect(castOf([renamed])).toEqual(castOf([story!]))
  })
})

describe('the words of a guide', () => {
  test.each(courses.map((course) => [course.id, course] as const))(
    'are at most sixteen in %s, all of them used, none of the lab or of MCP',
    (_, { steps }) => {
      const ids = steps.flatMap((step) => (step.does === 'read' ? [step.scenario] : []))
      const words = wordsOf(named(...ids))
      expect(words.length).toBeGreaterThanOrEqual(6)
      expect(words.length).toBeLessThanOrEqual(16)
      const others = [...companyTerms, ...labTerms, ...protocolTerms]
      expect(words.filter((word) => others.includes(word))).toEqual([])
      expect(words.filter(({ id }) => ['client', 'authorization-server'].includes(id))).toEqual([])
    },
  )

  test('are not found inside of longer ones', () => {
    const [story] = named('first-contact')
    const phases = {}
    const question = { asks: '', choices: [] }
    const bare = { ...story!, title: '', summary: '', beats: [], phases, question }
    const words = wordsOf([{ ...bare, opening: 'A code challenge, and code challenges.' }])
    expect(words.map(({ id }) => id)).toEqual(['code-challenge'])
  })

  test('begin with those that most stories use', () => {
    const words = wordsOf(named('refresh-reuse', 'refresh-and-rotation', 'plain-file-tokens'))
    expect(words.slice(0, 3).map(({ id }) => id)).toContain('refresh-token')
    expect(wordsOf([])).toEqual([])
    const [first] = wordsOf(named('first-contact', 'confused-deputy'))
    expect(first?.id).toBe('confused-deputy')
  })
})

describe('what a room can leave out', () => {
  const spared = (id: string) => {
    const steps = stepsOfCourse(courses.find((course) => course.id === id)!)
    return { steps, places: sparedSteps(steps, 3) }
  }

  test('is exercises after their story, the hardest first, then bets before it; never the first or the last step', () => {
    const { steps, places } = spared('attack-ladder')
    expect(places.map((at) => steps[at]!.id).slice(0, 4)).toEqual([
      'stop-the-mix-up',
      'stop-the-second-holder',
      'stop-the-borrowed-token',
      'two-browsers',
    ])
    expect(places).not.toContain(0)
    expect(places).not.toContain(steps.length - 1)
  })

  test.each(['defenders-path', 'attack-ladder', 'half-day'])(
    'is as much as a room of the minutes of %s has to, and no more',
    (id) => {
      const { steps, places } = spared(id)
      const without = (places: readonly number[]) =>
        roomMinutesOf(steps.filter((_, at) => !places.includes(at))) + 3
      expect(without(places)).toBeLessThanOrEqual(minutesOf(steps))
      expect(without(places.slice(0, -1))).toBeGreaterThan(minutesOf(steps))
      const plan = roomPlan(steps, 3)
      expect(minutesOf(plan) + 3).toBe(without(places))
      expect(plan.length).toBe(steps.length - places.length)
    },
  )

  test('is nothing where there is one step, and leaves an exercise to hand in', () => {
    expect(spared('first-contact').places).toEqual([])
    expect(roomPlan(spared('defenders-path').steps, 3).map(({ id }) => id)).toContain(
      'another-door',
    )
  })

  test('begins with what the course itself marks', () => {
    const { steps } = spared('attack-ladder')
    const marked = steps.map((step, at): Step => (at === 4 ? { ...step, spare: true } : step))
    expect(sparedSteps(marked, 3)[0]).toBe(4)
  })
})

describe('how a story goes, in a guide', () => {
  const attacks = scenarios.filter(({ kind }) => kind === 'attack')

  test('is asked at its end where it is a lesson', async () => {
    const way = await wayOf(named('first-contact')[0]!, 'class')
    expect(way).toMatchObject({ betAfter: undefined, careful: undefined, mended: [] })
    expect(way.messages).toBeGreaterThan(30)
  })

  test.each(attacks.map((attack) => [attack.id, attack] as const))(
    '%s has its bet before its end, and everything that is pressed there ends it',
    async (_, attack) => {
      const way = await wayOf(attack, 'class')
      expect(way.betAfter).toBeGreaterThan(0)
      expect(way.betAfter).toBeLessThan(way.messages)
      expect(way.mended.length).toBeGreaterThan(0)
      expect(way.mended.filter(({ sentence }) => sentence === way.told)).toEqual([])
      expect(way.mended.filter(({ off }) => off === 0)).toEqual([])
      // What helps only together does not help alone, and what only looks like help leaves the attacker what he has.
      for (const { alone, off } of way.mended) {
        expect(alone.length).toBe(off > 1 ? off : 0)
        expect(alone.map(({ sentence }) => sentence)).toEqual(alone.map(() => way.told))
      }
      expect(way.unhelpful.map(({ sentence }) => sentence)).toEqual(
        way.unhelpful.map(() => way.told),
      )
    },
  )

  test('tells of help that needs two checks what one alone does, and of what does not help why', async () => {
    const [both] = named('as-in-the-middle')
    const way = await wayOf(both!, 'class')
    expect(way.mended.flatMap(({ alone }) => alone).map(({ check }) => check)).toEqual([
      'as/iss-sent',
      'client/iss-matches',
    ])
    const pkce = way.unhelpful.find(({ name }) => name === 'PKCE')
    expect(pkce?.because).toBe((both as Attack).decoys.find(({ name }) => name === 'PKCE')?.because)
  })

  test('names the button as its page does', () => {
    expect(switchOn({ off: 1 })).toBe('Switch this check on')
    expect(switchOn({ off: 3 })).toBe('Switch these 3 checks on')
  })
})
