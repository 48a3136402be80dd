import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anchorOf,
  formatPlace,
  missingAnchor,
  packedIn,
  parseAnchor,
  parsePlace,
  placeOfAnchor,
  registrations,
  registry,
  revisions,
  startRun,
  withoutDefaults,
  type CheckId,
} from '../../engine/index.ts'
import { packDecisions, unpackDecisions } from '../../engine/packed.ts'
import { messageNames } from '../../engine/wire/message.ts'
import { scenarios } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { anyDecision } from './any-decision.ts'
import { oldLinks } from './old-links.ts'

const checkIds = registry.map(({ id }) => id as CheckId)

const anyPlace = fc.record(
  {
    revision: fc.constantFrom(...revisions),
    registration: fc.constantFrom(...registrations),
    variant: fc.stringMatching(/^[a-z][a-z-]{0,30}$/),
    forget: fc.uniqueArray(fc.constantFrom(...checkIds), { maxLength: 5 }),
    seed: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/),
    decisions: fc.array(anyDecision, { maxLength: 5 }),
    where: fc.oneof(
      fc.record({ place: fc.nat({ max: 999_999 }) }, { noNullPrototype: true }),
      fc
        .tuple(fc.constantFrom(...messageNames), fc.integer({ min: 1, max: 9_999 }))
        .map(([name, turn]) => ({ place: 0, anchor: parseAnchor(`${name}.${turn}`)! })),
    ),
    pane: fc.stringMatching(/^[a-z]{1,20}$/),
  },
  { requiredKeys: ['where', 'decisions'], noNullPrototype: true },
)

describe('a link to a place in a run', () => {
  test('gives back what it was made from, packed and unpacked', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async ({ where, ...rest }) => {
        const made = { ...rest, ...where }
        const read = { seed: undefined, ...made, problems: [] }
        expect(parsePlace(formatPlace(made))).toStrictEqual(read)
        const short = formatPlace(made, await packDecisions(made.decisions))
        expect(short.length).toBeLessThanOrEqual(formatPlace(made).length)
        const packed = packedIn(short)
        const unpacked = packed === undefined ? undefined : await unpackDecisions(packed)
        expect(parsePlace(short, unpacked)).toStrictEqual(read)
      }),
    )
  })

  test('leaves out what goes without saying', () => {
    expect(formatPlace({ place: 0, decisions: [] })).toBe('')
    const here = { seed: 'abc', place: 12, decisions: [] }
    expect(formatPlace(here)).toBe('v=2&seed=abc&at=12')
    expect(formatPlace({ ...here, revision: '2025-11-25', registration: 'dynamic' })).toBe(
      'v=2&rev=2025-11-25&reg=dynamic&seed=abc&at=12',
    )
    const told = { revision: firstContact.revision, forget: firstContact.forget }
    expect(withoutDefaults(firstContact, { ...told, ...here })).toEqual(here)
  })

  test('without its defaults plays the same run', () => {
    for (const scenario of scenarios)
      for (const revision of revisions)
        for (const registration of registrations) {
          const place = { revision, registration, forget: scenario.forget, place: 0, decisions: [] }
          const short = withoutDefaults(scenario, place)
          const run = ({ revision, registration, forget }: typeof short) => {
            const given = startRun({ scenario, revision, registration, forget })
            return [given.revision, given.registration]
          }
          expect(run(short)).toEqual(run(place))
        }
  })

  test('may name a message instead of a number', async () => {
    const { place, anchor, problems } = parsePlace('at=token-request.2')
    expect({ place, anchor, problems }).toEqual({
      place: 0,
      anchor: 'token-request.2',
      problems: [],
    })
    const run = startRun({ scenario: firstContact, seed: 'named' })
    await run.finish()
    for (const message of run.log) {
      const anchor = parseAnchor(anchorOf(message, run.log))
      expect(anchor && placeOfAnchor(anchor, run.log)).toBe(message.id)
    }
    expect(missingAnchor('token-request.2', run.log)).toContain('it has 1 of that name')
    expect(missingAnchor('launch', run.log)).toContain('no message of that name')
    expect(missingAnchor('token-request', run.log)).toBeUndefined()
  })

  test.each(oldLinks)('of an older lab, %s, opens as it did there', (link, read) => {
    expect(parsePlace(link)).toEqual(read)
  })

  test('of a newer lab says that it is newer, names what is new in it, and opens the rest', () => {
    const { seed, place, decisions, problems } = parsePlace(
      'v=3&seed=abc&at=12&do=consent.deny&lang=eo',
    )
    expect({ seed, place, decisions }).toEqual({
      seed: 'abc',
      place: 12,
      decisions: [{ kind: 'consent', choice: 'deny' }],
    })
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain('version 3')
    expect(problems[0]).toContain('newer')
    expect(problems[1]).toContain('“lang”')
  })

  test('is read without an exception, whatever it is', () => {
    const names = fc.constantFrom(
      'v',
      'rev',
      'reg',
      'var',
      'forget',
      'seed',
      'at',
      'do',
      'z',
      'pane',
    )
    const anything = fc.string({ unit: 'binary' })
    const query = fc.oneof(
      anything,
      fc
        .array(fc.tuple(fc.oneof(names, anything), anything))
        .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
    )
    fc.assert(
      fc.property(query, (text) => {
        const { problems, place } = parsePlace(text)
        expect(problems.length).toBeLessThanOrEqual(9)
        expect(Number.isSafeInteger(place)).toBe(true)
      }),
    )
  })

  const whole = {
    v: '2',
    rev: '2025-11-25',
    reg: 'dynamic',
    var: 'elsewhere',
    forget: 'rs/audience-is-me',
    seed: 'kept',
    at: '7',
    do: 'consent.deny',
    pane: 'checks',
  }
  const long = 'x'.repeat(5_000)
  test.each([
    ['seed', 'no spaces', 'seed', { seed: undefined }],
    ['seed', long, 'seed', { seed: undefined }],
    ['at', 'twelve', 'place', { place: 0 }],
    ['at', '-1', 'place', { place: 0 }],
    ['at', '1e3', 'place', { place: 0 }],
    ['at', 'token-requests', 'place', { place: 0 }],
    ['at', 'token-request.0', 'place', { place: 0 }],
    ['v', '99', 'version', {}],
    ['v', 'two', 'version', {}],
    ['rev', '2024-11-05', '2024-11-05', { revision: undefined }],
    ['rev', '', '2026-07-28', { revision: undefined }],
    ['reg', 'by-letter', 'by-letter', { registration: undefined }],
    ['reg', 'constructor', 'metadata-document', { registration: undefined }],
    ['var', '<b>', 'variant', { variant: undefined }],
    ['forget', 'rs/audience-is-me~rs/nothing-at-all', 'rs/nothing-at-all', {}],
    ['forget', '__proto__', '__proto__', { forget: [] }],
    ['pane', 'no pane', 'panel', { pane: undefined }],
    ['do', 'consent.deny~consent.maybe', 'consent.maybe', {}],
    ['do', 'drop.0~consent.deny', 'drop.0', {}],
    ['do', 'consent.deny~edit.3.nonsense.x', 'edit.3.nonsense.x', {}],
    ['dp', 'consent.deny', '“dp” means nothing', {}],
  ])('%s=%s: names what is broken, and opens the rest', (name, value, named, lost) => {
    const { problems, ...read } = parsePlace(
      new URLSearchParams({ ...whole, [name]: value }).toString(),
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(named)
    expect(problems[0]!.length).toBeLessThan(250)
    expect(read).toEqual({
      revision: '2025-11-25',
      registration: 'dynamic',
      variant: 'elsewhere',
      forget: ['rs/audience-is-me'],
      seed: 'kept',
      place: 7,
      decisions: [{ kind: 'consent', choice: 'deny' }],
      pane: 'checks',
      ...lost,
    })
  })

  test('that says something twice says so, and the first counts', () => {
    const { place, problems } = parsePlace('at=7&at=9')
    expect(place).toBe(7)
    expect(problems).toEqual(['The part “at” stands there twice; the first one counts.'])
  })

  test('with a thousand broken parts tells the first eight', () => {
    const { problems } = parsePlace(
      `forget=${Array.from({ length: 1_000 }, (_, at) => `x/${at}`).join('~')}`,
    )
    expect(problems).toHaveLength(9)
    expect(problems.at(-1)).toBe('992 more parts could not be used.')
  })

  // Read name by name, this would take longer than any test may.
  test('with as many names as an address can hold is read', () => {
    const names = Array.from({ length: 200_000 }, (_, at) => `a${at}`).join('&')
    expect(parsePlace(names).problems.at(-1)).toBe('199992 more parts could not be used.')
  })

  test('holds two hundred decisions, and no more', () => {
    const { decisions, problems } = parsePlace(`do=${'drop.1~'.repeat(100_000)}`)
    expect(decisions).toHaveLength(200)
    expect(problems).toEqual(['Only the first 200 of 100000 decisions were read.'])
  })
})

describe('packed decisions', () => {
  const deflated = async (text: string | Uint8Array<ArrayBuffer>) => {
    const body = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    return Buffer.from(await new Response(body).arrayBuffer()).toString('base64url')
  }

  test('of a whole message written anew take less than half of what they take unpacked', async () => {
    const run = startRun({ scenario: firstContact, seed: 'packed' })
    await run.finish()
    const metadata = run.log[5]!
    if (metadata.kind !== 'response') throw new Error('expected the metadata')
    const text = JSON.stringify(metadata.response)
    const place = { seed: 'packed', place: 6, decisions: [{ kind: 'raw', at: 6, text } as const] }
    const short = formatPlace(place, await packDecisions(place.decisions))
    expect(short).toContain('z=')
    expect(short.length).toBeLessThan(formatPlace(place).length / 2)
  })

  test.each([
    ['cut off', async () => (await deflated('[{"kind":"drop","at":3}]')).slice(0, -6), 'cut off'],
    ['no deflate', async () => 'AAAAAAAA', 'damaged'],
    ['no base64url', async () => 'a b+c/', 'base64url'],
    ['empty', async () => '', 'base64url'],
    ['no JSON', () => deflated('consent.deny'), 'damaged'],
    ['no UTF-8', () => deflated(new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d])), 'damaged'],
    ['no list', () => deflated('{"kind":"drop","at":3}'), 'no list'],
    ['a bomb', () => deflated(' '.repeat(50_000_000)), '400000 bytes'],
    ['too long', async () => 'A'.repeat(100_001), '100000 characters'],
    ['nested without end', () => deflated('['.repeat(300_000)), 'damaged'],
  ])('that are %s say so, and nothing is decided', async (_, make, named) => {
    const { decisions, problems } = await unpackDecisions(await make())
    expect(decisions).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(named)
  })

  test('keep those that can be read', async () => {
    const good = { kind: 'drop', at: 3 }
    const packed = await deflated(JSON.stringify([good, { kind: 'drop', at: -1 }, null, good]))
    const { decisions, problems } = await unpackDecisions(packed)
    expect(decisions).toEqual([good, good])
    expect(problems).toEqual([
      'Number 2 of the packed changes is none that this lab knows',
      'Number 3 of the packed changes is none that this lab knows',
    ])
  })

  test('are what they say, and nothing that stands beside it', async () => {
    const packed = await deflated(
      '[{"kind":"consent","choice":"deny","at":"<b>"},{"kind":"drop","at":3,"__proto__":{"at":4},"more":[[]]}]',
    )
    const { decisions, problems } = await unpackDecisions(packed)
    expect(decisions).toStrictEqual([
      { kind: 'consent', choice: 'deny' },
      { kind: 'drop', at: 3 },
    ])
    expect(problems).toEqual([])
  })

  test('are read without an exception, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.base64String(),
          fc.string({ unit: 'binary' }),
          fc.json().map((json) => json),
        ),
        async (text) => {
          expect(Array.isArray((await unpackDecisions(text)).problems)).toBe(true)
          expect(Array.isArray((await unpackDecisions(await deflated(text))).problems)).toBe(true)
        },
      ),
    )
  })
})
