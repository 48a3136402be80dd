import { describe, expect, test } from 'vitest'
import { parseDecisions, phases, refs, registrationsIn, storyOf } from '../../engine/index.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { lessons, scenarioWithId } from '../../scenarios/index.ts'
import { playedEverywhere, revisionsOf, settingsOf } from './played.ts'
import {
  bare,
  clausesIn,
  hostsOfOthers,
  inventedIn,
  newerThan,
  PLACE_ON_A_MACHINE,
  PLAIN,
  told,
  words,
} from './texts.ts'

/** Everything that is told along the log. */
const storyTexts = ({ opening, beats, phases: lines }: Scenario) => [
  opening,
  ...beats.map(({ text }) => text),
  ...Object.values(lines),
]
/** Everything a reader gets to see. */
const allTexts = (scenario: Scenario) => [
  scenario.title,
  scenario.summary,
  ...storyTexts(scenario),
  scenario.question.asks,
  ...scenario.question.choices.flatMap(({ says, because }) => [says, because]),
]

describe('the library', () => {
  test('gives every lesson an address of its own', () => {
    const ids = lessons.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const scenario of lessons) {
      expect(scenario.id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(scenarioWithId(scenario.id)).toBe(scenario)
    }
    expect(scenarioWithId('no-such-lesson')).toBeUndefined()
  })
})

describe.each(lessons.map((scenario) => [scenario.id, scenario] as const))(
  'the lesson %s',
  async (_, scenario) => {
    const played = await playedEverywhere(scenario)

    test('ends as it says, in every revision and with every way of registration', () => {
      const endings = played.map(({ name, ending }) => [name, ending.ending])
      expect(endings).toEqual(played.map(({ name }) => [name, scenario.expects]))
      expect(played.length).toBe(settingsOf(scenario).length)
    })

    test('begins in a revision and with a registration that it allows', () => {
      expect(revisionsOf(scenario)).toContain(scenario.revision)
      expect(registrationsIn(scenario.revision)).toContain(scenario.registration ?? 'dynamic')
    })

    test('takes nothing as given but decisions the lab knows', () => {
      for (const given of scenario.given ?? []) {
        const { decisions, problems } = parseDecisions(given)
        expect(problems).toEqual([])
        expect(decisions.length).toBe(1)
      }
    })

    test('tells each run in one order with its log, a beat to a message, twelve at most', () => {
      for (const { name, run, told: beats } of played) {
        const anchors = beats.map(({ message }) => message.id)
        expect(anchors, `${name}`).toEqual(anchors.toSorted((a, b) => a - b))
        expect(new Set(anchors).size, `${name}`).toBe(anchors.length)
        expect(anchors.length, `${name}`).toBeGreaterThan(2)
        expect(anchors.length, `${name}`).toBeLessThanOrEqual(12)
        const passages = storyOf(scenario, run.log, run).filter((one) => one.heading === undefined)
        expect(passages.map(({ since: id }) => id)).toEqual(anchors)
      }
    })

    test('tells every beat in each revision and with each registration that it names', () => {
      for (const beat of scenario.beats) {
        const where = played.filter((one) => one.told.some((other) => other.beat === beat))
        const untold = [
          ...(beat.in ?? []).filter((one) => !where.some(({ revision }) => revision === one)),
          ...(beat.with ?? []).filter((one) => !where.some((run) => run.registration === one)),
        ]
        expect(where.length, `${told(beat.text)}`).toBeGreaterThan(0)
        expect(untold, `${told(beat.text)}`).toEqual([])
      }
    })

    test('has a short line for every phase it goes through, and for no other', () => {
      const seen = new Set(played.flatMap(({ run }) => run.log.map(({ phase }) => phase)))
      for (const phase of phases) {
        const line = scenario.phases[phase]
        expect(line !== undefined, `${phase}`).toBe(seen.has(phase))
        expect(words(line ?? '')).toBeLessThanOrEqual(15)
      }
    })

    test('keeps to its length: 60 words a beat, a sentence to say what it is about', () => {
      for (const text of [scenario.opening, ...scenario.beats.map((beat) => beat.text)]) {
        expect(words(text), `${told(text)}`).toBeLessThanOrEqual(60)
        expect(words(text), `${told(text)}`).toBeGreaterThan(15)
      }
      expect(scenario.summary).toMatch(/^[^.]+\.$/)
      expect(scenario.minutes).toBeGreaterThan(0)
      expect(scenario.minutes).toBeLessThanOrEqual(10)
    })

    test('cites clauses that exist, each of them in its own list', () => {
      const cited = allTexts(scenario).flatMap(clausesIn)
      expect(Object.keys(refs)).toEqual(expect.arrayContaining([...cited, ...scenario.refs]))
      expect(scenario.refs).toEqual(expect.arrayContaining(cited))
      expect(new Set(scenario.refs).size).toBe(scenario.refs.length)
    })

    test('cites no page of MCP that is newer than the revision it is told in', () => {
      for (const { name, revision, told: beats } of played)
        expect(
          beats.flatMap(({ beat }) => newerThan(revision, beat)),
          `${name}`,
        ).toEqual([])
    })

    test('shows as code only what stands in the message it speaks of', () => {
      for (const { name, told: beats } of played)
        for (const one of beats)
          expect(inventedIn(one), `${name}: ${told(one.beat.text)}`).toEqual([])
    })

    test('is plain text with `code`, *emphasis* and [clauses], and never shouts', () => {
      for (const text of allTexts(scenario)) expect(bare(text)).toMatch(PLAIN)
      for (const text of storyTexts(scenario)) expect(text).toMatch(/\.$/)
    })

    test('names no place on a machine, and no host but its own', () => {
      const text = allTexts(scenario).join(' ')
      expect(text).not.toMatch(PLACE_ON_A_MACHINE)
      expect(hostsOfOthers(text)).toEqual([])
      const called = played.flatMap(({ run }) =>
        run.log.flatMap((one) => (one.kind === 'request' ? new URL(one.request.url).hostname : [])),
      )
      expect(called.filter((host) => !/\.example$|^127\.0\.0\.1$/.test(host))).toEqual([])
    })

    test('asks one question, of which one answer is right, and says why of each', () => {
      const { asks, choices } = scenario.question
      expect(asks).toMatch(/\?$/)
      expect([3, 4]).toContain(choices.length)
      expect(choices.filter(({ right }) => right).length).toBe(1)
      expect(new Set(choices.map(({ says }) => says)).size).toBe(choices.length)
      for (const { says, because } of choices) {
        expect(words(because), `${says}`).toBeLessThanOrEqual(45)
        expect(words(because), `${says}`).toBeGreaterThan(5)
        expect(because).toMatch(/\.$/)
      }
    })
  },
)
