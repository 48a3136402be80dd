import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { pictureOf, type ShownRun } from '../../engine/export/index.ts'
import { palettes } from '../../engine/picture/palette.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { beginResvg } from './resvg.ts'
import { everyRun, HOSTILE, hostileRun, shownRun } from './shown.ts'

const drawn = (run: ShownRun, theme: 'light' | 'dark', place?: number): string =>
  pictureOf({ ...run, title: run.scenario.title, theme, place })

describe('the colours of pictures', () => {
  const css = readFileSync(new URL('../../web/styles/tokens.css', import.meta.url), 'utf8')
  const token = (name: string, side: 0 | 1): string => {
    const [, value = ''] = new RegExp(`--${name}: ([^;]+);`).exec(css) ?? []
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
    if (other !== undefined) return token(other, side)
    return /light-dark\((#\w+), (#\w+)\)/.exec(value)?.[side + 1] ?? `no --${name}`
  }

  test.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('%s are those of the page', (theme, side) => {
    const { party, channel, verdict, ...plain } = palettes[theme]
    const named = (prefix: string, colours: object) =>
      Object.entries(colours).map(
        ([name, colour]) => [`${prefix}${name}`, colour as string] as const,
      )
    for (const [name, colour] of [
      ...named('', plain),
      ...named('party-', party),
      ...named('channel-', channel),
      ...named('verdict-', verdict),
    ])
      expect([name, colour]).toEqual([name, token(name, side)])
  })

  test('leave out no party that the page has a colour for', () => {
    const parties = [...css.matchAll(/--party-([\w-]+):/g)].map(([, name]) => name)
    expect(Object.keys(palettes.light.party).toSorted()).toEqual(parties.toSorted())
  })
})

describe('resvg, which is no browser,', () => {
  beforeAll(beginResvg)

  /** Which of some colours are seen in a picture. */
  const seen = (svg: string, colours: readonly string[]): readonly string[] => {
    const image = new Resvg(svg).render()
    const pixels = new Uint32Array(image.pixels.slice().buffer)
    image.free()
    // Bytes are red, green, blue, alpha, the lowest first.
    const number = (colour: string) =>
      0xff000000 + Number(`0x${colour.slice(1).match(/../g)!.toReversed().join('')}`)
    return colours.filter((colour) => pixels.includes(number(colour)))
  }

  test('reads every scenario both ways, in both themes, as a picture of its size', async () => {
    for (const run of await everyRun())
      for (const theme of ['light', 'dark'] as const) {
        const svg = drawn(run, theme)
        const { width, height } = new Resvg(svg)
        expect([width, height]).toEqual(
          /width="(\d+)" height="(\d+)"/.exec(svg)!.slice(1).map(Number),
        )
      }
  })

  test('paints arrows of every kind, checks of every verdict, and whoever attacks', async () => {
    const { paper, channel, verdict, party } = palettes.light
    const expected = [paper, ...Object.values(channel), ...Object.values(verdict), party.attacker!]
    const run = await shownRun(scenarioWithId('code-replay')!)
    expect(seen(drawn(run, 'light'), expected)).toEqual(expected)
  })

  test('paints slate in the dark, and the message where a picture stops', async () => {
    const run = await shownRun(firstContact)
    const { paper, mark } = palettes.dark
    const expected = [paper, palettes.dark['mark-wash'], mark]
    expect(seen(drawn(run, 'dark', 12), expected)).toEqual(expected)
  })

  test('reads a picture full of hostile text as well-formed XML', async () => {
    const svg = drawn(await hostileRun(), 'light')
    expect(seen(svg, [palettes.light.paper])).toHaveLength(1)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain(HOSTILE)
  })
})

test('a picture needs nothing from anywhere: no script, no style sheet, no font, no link', async () => {
  const svg = drawn({ ...(await shownRun(firstContact)), link: undefined }, 'light')
  expect(svg).not.toMatch(/<(script|style|image|use|foreignObject|a)\b|href=|url\(|@import/)
  expect([...svg.matchAll(/https?:[^"<]*/g)].map(([address]) => address)).toEqual([
    'http://www.w3.org/2000/svg',
  ])
})

test('where a run has an address, its picture has it as a text that nobody sees', async () => {
  const run = await shownRun(firstContact)
  const link = '<metadata>https://lab.example/#/lab/first-contact?v=2&#38;seed=export</metadata>'
  const svg = drawn(run, 'light')
  expect(svg).toContain(link)
  expect(svg.replace(link, '')).toBe(drawn({ ...run, link: undefined }, 'light'))
})

test('a picture of the beginning shows who takes part, and says that nothing was sent', async () => {
  const svg = drawn(await shownRun(firstContact), 'light', 0)
  expect(svg).toContain('>Quill</text>')
  expect(svg).toContain('the first 0 of')
})

test('a picture of half a run tells neither its end nor what was only checked later', async () => {
  const run = await shownRun(firstContact)
  expect(drawn(run, 'light', 12)).not.toContain(run.ending.sentence)
  expect(drawn(run, 'light')).toContain(run.ending.sentence.replaceAll('’', '’'))
})
