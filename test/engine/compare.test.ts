import { beforeAll, describe, expect, test } from 'vitest'
import { pairsOf, placeIn } from '../../engine/align.ts'
import {
  compareRevisions,
  compareRuns,
  featureChanges,
  type RunComparison,
} from '../../engine/compare.ts'
import {
  checkWithId,
  has,
  labelOf,
  levelIn,
  revisions,
  startRun,
  type Revision,
  type WireMessage,
} from '../../engine/index.ts'
import { messageParts, type Part } from '../../engine/wire/parts.ts'
import { scenarioWithId } from '../../scenarios/index.ts'

const scenario = scenarioWithId('first-contact')!
const pairs = revisions.flatMap((before) =>
  revisions.filter((after) => after !== before).map((after) => [before, after] as const),
)
const neighbours = revisions.slice(1).map((after, at) => [revisions[at]!, after] as const)

const compared = new Map<string, RunComparison>()
const between = (before: Revision, after: Revision): RunComparison =>
  compared.get(`${before} ${after}`)!
beforeAll(async () => {
  for (const [before, after] of pairs)
    compared.set(
      `${before} ${after}`,
      await compareRevisions({ scenario, before, after, seed: 'test' }),
    )
}, 60_000)

const logOf = async (revision: Revision, seed: string): Promise<readonly WireMessage[]> => {
  const run = startRun({ scenario, revision, seed })
  await run.finish()
  return run.log
}

const flat = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [part, ...flat(part.parts)])
const namesIn = (message: WireMessage) =>
  new Set(flat(messageParts(message)).map(({ name }) => name.toLowerCase()))

describe.each(revisions)('%s, compared with itself', (revision) => {
  test('under another seed, is the same but for chance', async () => {
    const [log, again] = [await logOf(revision, 'one'), await logOf(revision, 'two')]
    const one = { revision, log, again }
    const other = { revision, log: again, again: log }
    expect(compareRuns(one, other)).toMatchObject({ messages: [], parts: [], checks: [] })
    expect(compareRuns(one, other).same).toBe(log.length)
  })
})

describe.each(pairs)('from %s to %s', (before, after) => {
  test('every message is accounted for once, in both runs', () => {
    const { messages, before: mine, after: theirs } = between(before, after)
    const found = pairsOf(mine.log, theirs.log)
    expect(found.flatMap((pair) => pair.before ?? []).map(({ id }) => id)).toEqual(
      mine.log.map(({ id }) => id),
    )
    expect(
      found
        .flatMap((pair) => pair.after ?? [])
        .map(({ id }) => id)
        .toSorted((a, b) => a - b),
    ).toEqual(theirs.log.map(({ id }) => id))
    for (const { change, before, after } of messages) {
      expect(before.length > 0).toBe(change !== 'new')
      expect(after.length > 0).toBe(change !== 'gone')
    }
  })

  test('pairs are of one name, and an answer goes with what it answers', () => {
    const { before: mine, after: theirs } = between(before, after)
    const exchanges = new Map<number, number>()
    for (const { before, after } of pairsOf(mine.log, theirs.log)) {
      if (!before || !after) continue
      if (before.kind !== 'response') exchanges.set(before.exchange, after.exchange)
      expect([after.kind, exchanges.get(before.exchange)]).toEqual([before.kind, after.exchange])
      // A request for what is turned away may get in, and the other way round.
      expect(before.kind === 'response' || before.name === after.name).toBe(true)
    }
  })

  test('the other way round, what is gone is new and what is new is gone', () => {
    const [there, back] = [between(before, after), between(after, before)]
    const other = { gone: 'new', new: 'gone', changed: 'changed' } as const
    const said = ({ messages, parts, checks }: RunComparison) => ({
      messages: messages.map(({ change, before, after }) =>
        [change, ...[...before, ...after].map(labelOf).toSorted()].join(' '),
      ),
      parts: parts.map(({ change, name }) => `${change} ${name}`),
      checks: checks.map(({ change, check }) => `${change} ${check}`),
    })
    const turned = (rows: readonly string[]) =>
      rows
        .map((row) => row.replace(/^(gone|new)/, (word) => other[word as keyof typeof other]))
        .toSorted()
    for (const kind of ['messages', 'parts', 'checks'] as const)
      expect(turned(said(back)[kind])).toEqual(said(there)[kind].toSorted())
  })

  test('a check that is told of was really made where it is said to be', () => {
    const { checks } = between(before, after)
    for (const { change, check, madeBefore, madeAfter, ...levels } of checks) {
      expect(madeBefore === undefined).toBe(change === 'new')
      expect(madeAfter === undefined).toBe(change === 'gone')
      for (const message of [madeBefore, madeAfter].filter((one) => one !== undefined))
        expect(message.findings.map((finding) => finding.check)).toContain(check)
      const row = checkWithId(check)!
      expect(levels).toMatchObject({ before: levelIn(row, before), after: levelIn(row, after) })
    }
  })

  test('a part that is told of stands in the messages that are named, and not in the others', () => {
    for (const { change, name, pairs, before: was, after: is } of between(before, after).parts) {
      expect(pairs.length).toBeGreaterThan(0)
      expect(was.length === 0 || change !== 'new').toBe(true)
      expect(is.length === 0 || change !== 'gone').toBe(true)
      const last = name.split('.').at(-1)!.toLowerCase()
      for (const pair of pairs) {
        expect(namesIn(pair.before).has(last)).toBe(change !== 'new')
        expect(namesIn(pair.after).has(last)).toBe(change !== 'gone')
      }
    }
  })
})

describe('between neighbours', () => {
  const row = (before: Revision, after: Revision, name: string) =>
    between(before, after).parts.filter((part) => part.name === name)

  test('2025-06-18 brings protected resource metadata and the resource parameter', () => {
    const { messages } = between('2025-03-26', '2025-06-18')
    expect(messages.map(({ change, after }) => [change, ...after.map(({ name }) => name)])).toEqual(
      [['new', 'resource-metadata-request', 'resource-metadata']],
    )
    expect(row('2025-03-26', '2025-06-18', 'resource')).toMatchObject([
      { change: 'new', places: ['query', 'form'], after: ['https://notes.example/mcp'] },
    ])
    expect(row('2025-03-26', '2025-06-18', 'Host')).toMatchObject([
      { change: 'changed', before: ['notes.example'], after: ['auth.example'] },
    ])
  })

  test('2025-11-25 lets no client go on without PKCE in the metadata', () => {
    expect(between('2025-06-18', '2025-11-25').checks).toContainEqual(
      expect.objectContaining({
        change: 'changed',
        check: 'client/pkce-supported',
        before: 'none',
        after: 'MUST',
      }),
    )
  })

  test('2026-07-28 drops initialize and brings iss, application_type and metadata in every request', () => {
    const { messages, parts } = between('2025-11-25', '2026-07-28')
    const gone = messages.filter(({ change }) => change === 'gone')
    expect(gone.map(({ before }) => labelOf(before[0]!))).toEqual([
      'initialize',
      'notifications/initialized',
    ])
    const names = parts.filter(({ change }) => change === 'new').map(({ name }) => name)
    for (const name of ['iss', 'application_type', 'Mcp-Method', 'params._meta'])
      expect(names).toContain(name)
  })

  test('no value that chance gave is told as a change', () => {
    for (const [before, after] of neighbours)
      for (const { name } of between(before, after).parts)
        expect(name).not.toMatch(/^(state|code|code_challenge|client_id|Cookie|jti|exp|iat)$/)
  })

  test('what a specification began to say is told once, and only where the other does not say it', () => {
    for (const [before, after] of neighbours) {
      const changes = featureChanges(between(before, after))
      for (const { id, change } of changes) {
        expect(has(before, id)).toBe(change === 'gone')
        expect(has(after, id)).toBe(change === 'new')
      }
      expect(changes.some(({ seenIn }) => seenIn.length > 0)).toBe(true)
    }
  })
})

describe('the same place in another run', () => {
  test('is the beginning at the beginning, and the end at the end', async () => {
    const [one, other] = [await logOf('2025-11-25', 'a'), await logOf('2026-07-28', 'a')]
    expect(placeIn(0, one, other)).toBe(0)
    expect(placeIn(one.length, one, other)).toBe(other.length)
  })

  test('is the same message wherever there is one, even where its number is another', async () => {
    const [one, other] = [await logOf('2025-03-26', 'a'), await logOf('2025-06-18', 'a')]
    const at = (log: readonly WireMessage[], name: WireMessage['name']) =>
      log.find((message) => message.name === name)!.id
    for (const name of ['server-metadata', 'consent-page', 'token-request', 'jwks'] as const) {
      expect(placeIn(at(one, name), one, other)).toBe(at(other, name))
      expect(placeIn(at(other, name), other, one)).toBe(at(one, name))
    }
  })

  test('is the nearest before it where there is none', async () => {
    const [one, other] = [await logOf('2025-06-18', 'a'), await logOf('2025-03-26', 'a')]
    const metadata = one.find(({ name }) => name === 'resource-metadata')!.id
    expect(other[placeIn(metadata, one, other) - 1]!.name).toBe('mcp-challenge')
  })
})
