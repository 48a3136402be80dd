import { beforeAll, describe, expect, test } from 'vitest'
import { castOf, startRun, type Part, type WireMessage } from '../../engine/index.ts'
import { scenarioWithId } from '../../scenarios/index.ts'
import { geometryOf } from '../../web/diagram/geometry.ts'
import { labelLines, MONO } from '../../engine/picture/label-lines.ts'
import { following, within } from '../../web/diagram/view.ts'

const scenario = scenarioWithId('first-contact')!
let log: readonly WireMessage[] = []
let parts: readonly Part[] = []
let logOfSeven: readonly WireMessage[] = []
beforeAll(async () => {
  const run = startRun({ scenario })
  await run.finish()
  log = run.log
  parts = castOf({ scenario, revision: run.revision, log })
  const seven = startRun({ scenario, revision: '2025-11-25', registration: 'metadata-document' })
  await seven.finish()
  logOfSeven = seven.log
})

const widths = [360, 376, 570, 645, 806, 1_440, 2_400]

describe.each(widths)('a figure %i pixels wide', (width) => {
  test('has one row for each message, in the order of the log, and none over another', () => {
    const { rows, height } = geometryOf(log, parts, width)
    expect(rows.map(({ message }) => message.id)).toEqual(log.map(({ id }) => id))
    for (const [at, row] of rows.slice(1).entries())
      expect(row.y).toBeGreaterThanOrEqual(rows[at]!.y + rows[at]!.height)
    expect(height).toBeGreaterThan(rows.at(-1)!.y + rows.at(-1)!.height)
  })

  test('runs every arrow from the sender’s lifeline to the receiver’s', () => {
    const { rows, lanes } = geometryOf(log, parts, width)
    const at = (party: string) => lanes.find((lane) => lane.party === party)?.x
    for (const { message, from, to } of rows) {
      expect(from).toBe(at(message.from))
      expect(to).toBe(at(message.to))
    }
  })

  test('keeps lifelines apart, and inside', () => {
    const xs = geometryOf(log, parts, width).lanes.map(({ x }) => x)
    for (const [at, x] of xs.slice(1).entries()) expect(x - xs[at]!).toBeGreaterThanOrEqual(50)
    expect(xs[0]).toBeGreaterThanOrEqual(40)
    expect(xs.at(-1)).toBeLessThanOrEqual(width - 40)
  })

  test('keeps every label inside, clear of the numbers', () => {
    for (const { label } of geometryOf(log, parts, width).rows) {
      const half = (Math.max(...label.lines.map((line) => line.length)) * MONO) / 2
      expect(label.middle - half).toBeGreaterThanOrEqual(30)
      expect(label.middle + half).toBeLessThanOrEqual(width)
    }
  })
})

describe.each(widths)('a figure of seven, %i pixels wide', (width) => {
  const lanes = () =>
    geometryOf(logOfSeven, castOf({ scenario, revision: '2025-11-25', log: logOfSeven }), width)
      .lanes

  test('has a lane for the client’s site, between the client and the authorization server', () => {
    expect(lanes().map(({ party }) => party)).toEqual([
      'owner',
      'user-agent',
      'vault',
      'client',
      'client-site',
      'authorization-server',
      'mcp-server',
    ])
  })

  test('keeps lifelines apart, and inside', () => {
    const xs = lanes().map(({ x }) => x)
    for (const [at, x] of xs.slice(1).entries()) expect(x - xs[at]!).toBeGreaterThanOrEqual(46)
    expect(xs[0]).toBeGreaterThanOrEqual(40)
    expect(xs.at(-1)).toBeLessThanOrEqual(width - 40)
  })
})

test('a figure sets every phase under its heading, directly above its first message', () => {
  const { bands, rows } = geometryOf(log, parts, 800)
  expect(bands.map(({ phase }) => phase)).toEqual([
    'discovery',
    'registration',
    'authorization',
    'tokenExchange',
    'toolCall',
    'refresh',
    'toolCall',
  ])
  for (const { phase, first, last } of bands)
    expect(new Set(log.slice(first - 1, last).map((message) => message.phase))).toEqual(
      new Set([phase]),
    )
  expect(bands.flatMap(({ first }) => first)).toEqual([
    1,
    ...bands.slice(0, -1).map(({ last }) => last + 1),
  ])
  for (const { y, first } of bands) expect(rows[first - 1]!.y).toBeGreaterThan(y)
})

test('a figure breaks the lifelines where an hour passes, and nowhere else', () => {
  const { breaks, rows } = geometryOf(log, parts, 800)
  expect(breaks.map(({ text }) => text)).toEqual(['1 hour later'])
  const { before, y } = breaks[0]!
  expect(log[before - 1]!.at - log[before - 2]!.at).toBeGreaterThan(3_600)
  expect(y).toBeGreaterThanOrEqual(rows[before - 2]!.y + rows[before - 2]!.height)
  expect(y).toBeLessThan(rows[before - 1]!.y)
})

test('a figure of an empty log still shows every party', () => {
  expect(geometryOf([], parts, 800)).toMatchObject({ rows: [], bands: [], breaks: [] })
  expect(geometryOf([], parts, 800).lanes).toHaveLength(6)
})

describe('a label', () => {
  const url = 'GET /.well-known/oauth-authorization-server'
  test('stays whole where it fits', () => expect(labelLines(url, 400)).toEqual([url]))
  test('else breaks once, after the slash or space that leaves the shortest lines', () =>
    expect(labelLines(url, 220)).toEqual(['GET /.well-known/', 'oauth-authorization-server']))
  test('is not broken when it is short', () =>
    expect(labelLines('press “Sign in”', 60)).toEqual(['press “Sign in”']))
  test('without a slash or a space cannot be broken', () =>
    expect(labelLines('a'.repeat(40), 60)).toEqual(['a'.repeat(40)]))
})

describe('the view', () => {
  const pane = { width: 800, height: 600 }
  const start = { x: 0, y: 0, zoom: 1 }

  test('shows any message wherever it comes from', () => {
    const geometry = geometryOf(log, parts, 800)
    for (const { message, y, height } of geometry.rows)
      for (const from of [0, -900, -5_000]) {
        const view = following({ ...start, y: from }, geometry, pane, message.id)
        expect(y + view.y).toBeGreaterThanOrEqual(0)
        expect(y + height + view.y).toBeLessThanOrEqual(pane.height)
      }
  })

  test('stands still while the message rests comfortably', () => {
    const geometry = geometryOf(log, parts, 800)
    const view = following(start, geometry, pane, 20)
    expect(following(view, geometry, pane, 20)).toEqual(view)
    expect(following(view, geometry, pane, 19)).toEqual(view)
  })

  test('cannot leave the figure', () => {
    const geometry = geometryOf(log, parts, 800)
    expect(within({ x: 300, y: 300, zoom: 1 }, geometry, pane)).toEqual(start)
    const bottom = within({ x: 0, y: -1e6, zoom: 1 }, geometry, pane)
    expect(bottom.y).toBe(pane.height - geometry.height)
  })

  test('of a figure smaller than its window is in the middle', () => {
    const geometry = geometryOf(log.slice(0, 2), parts, 800)
    expect(within({ x: 0, y: 0, zoom: 0.5 }, geometry, pane)).toEqual({ x: 200, y: 150, zoom: 0.5 })
  })
})
