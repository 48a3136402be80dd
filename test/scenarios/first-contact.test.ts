import { describe, expect, test } from 'vitest'
import { startRun } from '../../engine/run.ts'
import { refs } from '../../engine/spec/refs.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import { messageText } from '../../engine/wire/text.ts'
import { phases } from '../../engine/wire/message.ts'
import { scenarios } from '../../scenarios/index.ts'

const words = (text: string) => text.split(/\s+/).length
const clausesIn = (text: string) => [...text.matchAll(/\[([^\]]+)\]/g)].map(([, id]) => id!)
const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)
const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, fields: inner }) => [name, ...namesIn(inner)])
const textsOf = ({ opening, beats, phases }: Scenario) => [
  opening,
  ...beats.map(({ text }) => text),
  ...Object.values(phases),
]

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'the scenario %s',
  async (_, scenario) => {
    const run = startRun({ scenario })
    const ending = await run.finish()
    const messageOf = ({ at, nth = 1 }: Scenario['beats'][number]) =>
      run.log.filter(({ name }) => name === at)[nth - 1]

    test('ends as it says it does', () => {
      expect(ending.ending).toBe(scenario.expects)
    })

    test('ties every beat to a message that is really sent, in the order of the log', () => {
      const anchors = scenario.beats.map((beat) => messageOf(beat)?.id)
      expect(anchors).not.toContain(undefined)
      expect(anchors).toEqual(anchors.toSorted((a, b) => a! - b!))
      expect(new Set(anchors).size).toBe(anchors.length)
    })

    test('keeps to its length: 60 words a beat, 12 beats, a short line for each phase', () => {
      expect(scenario.beats.length).toBeLessThanOrEqual(12)
      for (const text of [scenario.opening, ...scenario.beats.map((beat) => beat.text)]) {
        expect(words(text)).toBeLessThanOrEqual(60)
        expect(words(text)).toBeGreaterThan(15)
      }
      for (const phase of phases) {
        expect(scenario.phases[phase]).toMatch(/\.$/)
        expect(words(scenario.phases[phase])).toBeLessThanOrEqual(15)
      }
    })

    test('cites clauses that exist, each of them in its own list', () => {
      const cited = textsOf(scenario).flatMap(clausesIn)
      expect(Object.keys(refs)).toEqual(expect.arrayContaining([...cited, ...scenario.refs]))
      expect(scenario.refs).toEqual(expect.arrayContaining(cited))
      expect(new Set(scenario.refs).size).toBe(scenario.refs.length)
    })

    test('shows as code only what stands in the message it speaks of', () => {
      for (const beat of scenario.beats) {
        const message = messageOf(beat)!
        const names = namesIn(fieldsOf(message))
        for (const code of codeIn(beat.text))
          expect(
            names.includes(code) || messageText(message).includes(code),
            `${beat.at}: ${code}`,
          ).toBe(true)
      }
    })

    test('is plain text with `code`, *emphasis* and [clauses], and never shouts', () => {
      for (const text of textsOf(scenario)) {
        const bare = text.replace(/`[^`]+`|\*[^*\s][^*]*\*|\[[a-z0-9][\w.-]+\]/g, '')
        expect(bare).toMatch(/^[^`*[\]<>!_\n]+\.$/)
      }
    })
  },
)
