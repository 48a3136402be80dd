import { describe, expect, test } from 'vitest'
import {
  checkWithId,
  formatPlace,
  parseDecisions,
  parsePlace,
  phases,
  refs,
  registrationsIn,
  storyOf,
} from '../../engine/index.ts'
import { revisionsOf } from '../../engine/proof.ts'
import type { Attack } from '../../engine/scenario.ts'
import { attackCards } from '../../scenarios/attack-cards.ts'
import { attacks, scenarios, scenarioWithId } from '../../scenarios/index.ts'
import {
  allTexts,
  foreignHostsIn,
  playedAsTold,
  reasonsIn,
  storyTexts,
  stringsIn,
  versionsOf,
} from './attack-texts.ts'
import { finished, settingsOf } from './played.ts'
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

const NAME = /^[a-z]+(-[a-z]+)*$/

describe('the attacks', () => {
  test('have addresses of their own, and each card has its attack', () => {
    const ids = scenarios.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const attack of attacks) {
      expect(attack.id).toMatch(NAME)
      expect(scenarioWithId(attack.id)).toBe(attack)
    }
    expect(attacks.map(({ id }) => id)).toEqual(Object.keys(attackCards))
    expect(Object.entries(attackCards).every(([key, { id }]) => key === id)).toBe(true)
  })
})

describe.each(attacks.map((attack: Attack) => [attack.id, attack] as const))(
  'the attack %s',
  async (_, attack) => {
    const played = await playedAsTold(attack)

    test('succeeds as it is told, in every telling and every revision it is told in', () => {
      const endings = played.map(({ name, ending }) => [name, ending.ending])
      expect(endings).toEqual(played.map(({ name }) => [name, attack.expects]))
      expect(played.length).toBe(versionsOf(attack).length * revisionsOf(attack).length)
    })

    test('is won or refused, and never breaks the lab, with any way of registration', async () => {
      for (const variant of [undefined, ...Object.keys(attack.variants ?? {})])
        for (const setting of settingsOf(attack))
          for (const forget of [undefined, [] as const]) {
            const input = { scenario: attack, variant, ...setting, ...(forget && { forget }) }
            const { ending } = await finished(input)
            expect(['won', 'refused'], `${JSON.stringify(setting)}`).toContain(ending.ending)
          }
    })

    test('begins in a revision and with a registration that it allows', () => {
      expect(revisionsOf(attack)).toContain(attack.revision)
      expect(registrationsIn(attack.revision)).toContain(attack.registration ?? 'dynamic')
      expect(new Set(revisionsOf(attack)).size).toBe(revisionsOf(attack).length)
    })

    test('takes nothing as given but decisions the lab knows', () => {
      for (const given of attack.given ?? []) {
        const { decisions, problems } = parseDecisions(given)
        expect(problems).toEqual([])
        expect(decisions.length).toBe(1)
      }
    })

    // A carelessness may need a second one to work at all; that one stops nothing by itself, and so it is a decoy.
    test('forgets the checks that stop it, which are no decoys as well, and besides those only decoys', () => {
      for (const { forget, stops, decoys } of versionsOf(attack)) {
        const stopping = new Set(stops.flatMap(({ checks }) => checks))
        expect([...stopping].filter((id) => !forget.includes(id))).toEqual([])
        const others = forget.filter((id) => !stopping.has(id))
        const looks = decoys.flatMap(({ checks }) => checks)
        expect(others.filter((id) => !looks.includes(id))).toEqual([])
        expect(new Set(forget).size).toBe(forget.length)
        expect(stops.length).toBeGreaterThan(0)
        for (const { checks, by } of stops) {
          expect(new Set(checks).size).toBe(checks.length)
          expect(checkWithId(by ?? checks.at(-1)!)).toBeDefined()
        }
        const misleading = decoys.flatMap(({ checks }) => checks)
        expect(misleading.filter((id) => stopping.has(id))).toEqual([])
      }
    })

    test('has a decoy at least, and says of each what it is called', () => {
      for (const { decoys } of versionsOf(attack)) {
        expect(decoys.length).toBeGreaterThan(0)
        const names = decoys.map(({ name }) => name)
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[^.]{2,60}$/)
      }
    })

    test('says of every stop and every decoy why, in 45 words at most', () => {
      for (const because of reasonsIn(attack)) {
        expect(words(because), `${because}`).toBeLessThanOrEqual(45)
        expect(words(because), `${because}`).toBeGreaterThan(5)
        expect(because).toMatch(/\.$/)
      }
    })

    test('says how it ends either way, in a sentence each, and gives hints', () => {
      for (const ending of Object.values(attack.endings)) {
        expect(words(ending), `${ending}`).toBeGreaterThan(5)
        expect(words(ending), `${ending}`).toBeLessThanOrEqual(45)
        expect(ending).toMatch(/^[^]+\.$/)
      }
      expect(attack.endings.careless).not.toBe(attack.endings.careful)
      expect([2, 3, 4]).toContain(attack.hints.length)
      expect(new Set(attack.hints).size).toBe(attack.hints.length)
      for (const hint of attack.hints) {
        expect(words(hint), `${hint}`).toBeGreaterThan(4)
        expect(words(hint), `${hint}`).toBeLessThanOrEqual(45)
        expect(hint).toMatch(/[.?]$/)
      }
    })

    test('tells each run in one order with its log, a beat to a message, twelve at most', () => {
      for (const { name, run, told: beats } of played) {
        const anchors = beats.map(({ message }) => message.id)
        expect(anchors, `${name}`).toEqual(anchors.toSorted((a, b) => a - b))
        expect(new Set(anchors).size, `${name}`).toBe(anchors.length)
        expect(anchors.length, `${name}`).toBeGreaterThan(2)
        expect(anchors.length, `${name}`).toBeLessThanOrEqual(12)
        const passages = storyOf(attack, run.log, run).filter((one) => one.heading === undefined)
        expect(passages.map(({ since: id }) => id)).toEqual(anchors)
      }
    })

    test('tells every beat in each revision and in each telling that it names', () => {
      for (const beat of attack.beats) {
        const where = played.filter((one) => one.told.some((other) => other.beat === beat))
        const untold = [
          ...(beat.in ?? []).filter((one) => !where.some(({ revision }) => revision === one)),
          ...(beat.of ?? []).filter(
            (one) => !where.some(({ variant = 'plain' }) => variant === one),
          ),
        ]
        expect(where.length, `${told(beat.text)}`).toBeGreaterThan(0)
        expect(untold, `${told(beat.text)}`).toEqual([])
      }
    })

    test('tells what is in no revision left out only there: each beat is told wherever it says', () => {
      for (const { name, revision, variant = 'plain', told: beats } of played)
        for (const beat of attack.beats) {
          const meant =
            beat.with === undefined &&
            (beat.in?.includes(revision) ?? true) &&
            (beat.of?.includes(variant) ?? true)
          const there = beats.some((one) => one.beat === beat)
          expect(there || !meant, `${name}: ${beat.at} ${told(beat.text)}`).toBe(true)
        }
    })

    test('has a short line for every phase it goes through, and for no other', () => {
      const seen = new Set(played.flatMap(({ run }) => run.log.map(({ phase }) => phase)))
      for (const phase of [...phases, 'attack'] as const) {
        const line = attack.phases[phase]
        expect(line !== undefined, `${phase}`).toBe(seen.has(phase))
        expect(words(line ?? '')).toBeLessThanOrEqual(15)
      }
    })

    test('keeps to its length: 60 words a beat, 90 for the opening', () => {
      for (const { text } of attack.beats) {
        expect(words(text), `${told(text)}`).toBeLessThanOrEqual(60)
        expect(words(text), `${told(text)}`).toBeGreaterThan(15)
      }
      expect(words(attack.opening)).toBeLessThanOrEqual(90)
      expect(words(attack.opening)).toBeGreaterThan(15)
      expect(attack.summary).toMatch(/^[^.]+\.$/)
      expect(attack.minutes).toBeGreaterThan(0)
      expect(attack.minutes).toBeLessThanOrEqual(10)
    })

    test('cites clauses that exist, each of them in its own list', () => {
      const cited = allTexts(attack).flatMap(clausesIn)
      expect(Object.keys(refs)).toEqual(expect.arrayContaining([...cited, ...attack.refs]))
      expect(attack.refs).toEqual(expect.arrayContaining(cited))
      expect(new Set(attack.refs).size).toBe(attack.refs.length)
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
      for (const text of allTexts(attack)) expect(bare(text)).toMatch(PLAIN)
      for (const text of storyTexts(attack)) expect(text).toMatch(/\.$/)
    })

    test('names no host but its own, in what is told, done, sent or opened', () => {
      const text = allTexts(attack).join(' ')
      expect(text).not.toMatch(PLACE_ON_A_MACHINE)
      expect(hostsOfOthers(text)).toEqual([])
      const { incidents = [], ...data } = attack
      const written = [...stringsIn(data), ...incidents.flatMap((one) => [one.before, one.after])]
      expect(written.flatMap(foreignHostsIn)).toEqual([])
      for (const { name, run } of played)
        for (const { name: message, findings: _, ...sent } of run.log)
          expect(stringsIn(sent).flatMap(foreignHostsIn), `${name}: ${message}`).toEqual([])
    })

    test('asks one question, of which one answer is right, and says why of each', () => {
      const { asks, choices } = attack.question
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

    test('has tellings that a link can name, each with what is different in it', () => {
      for (const [variant, { title, says }] of Object.entries(attack.variants ?? {})) {
        expect(variant).toMatch(NAME)
        expect(variant).not.toBe('plain')
        const link = formatPlace({ variant, seed: 'a', place: 1, decisions: [] })
        expect(parsePlace(link)).toMatchObject({ variant, problems: [] })
        expect(words(title)).toBeLessThanOrEqual(10)
        expect(words(says)).toBeLessThanOrEqual(60)
        expect(says).toMatch(/\.$/)
      }
    })

    test('tells of real software after its advisory, with the line that was missing', () => {
      for (const { id, url, product, says, before, after } of attack.incidents ?? []) {
        expect(id).toMatch(/^(CVE-\d{4}-\d{4,}|GHSA(-[a-z0-9]{4}){3}|[A-Z].{2,40})$/)
        expect(new URL(url).protocol).toBe('https:')
        expect(words(product)).toBeLessThanOrEqual(10)
        expect(words(says), `${says}`).toBeLessThanOrEqual(70)
        expect(bare(says)).toMatch(PLAIN)
        expect(before).not.toBe(after)
        for (const code of [before, after]) {
          expect(code.split('\n').length, `${code}`).toBeLessThanOrEqual(10)
          for (const line of code.split('\n'))
            expect(line.length, `${line}`).toBeLessThanOrEqual(100)
        }
      }
    })

    test('is listed under ids that the lists have', () => {
      for (const one of attack.listed)
        expect(one).toMatch(/^(SAF-T\d{4}|OWASP MCP(0[1-9]|10):2025) [A-Z]/)
    })
  },
)
