import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registry, type CheckId } from '../../engine/checks/index.ts'
import { formatDecisions, type Decision } from '../../engine/decisions.ts'
import { partsOf } from '../../engine/wire/interference.ts'
import { registrationsIn } from '../../engine/registration.ts'
import { startRun } from '../../engine/run.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { handshakeWithRefresh, honest, play } from '../spec/play.ts'
import { allChoices, anyFault } from './any-decision.ts'

const ids = honest.log.map(({ id }) => id)
const HOSTILE = [
  '',
  ' ',
  '0',
  '{}',
  '[]',
  'null',
  '{"error":"x"}',
  '{"__proto__":{"a":1}}',
  '\r\nX-Injected: 1',
  'https://evil.example/',
  'https://auth.example/token',
  'javascript:alert(1)',
  'https://[',
  '/',
  'http://127.0.0.1:1/callback?code=x&state=y',
  'Bearer a.b.c',
  'Bearer error="invalid_token"',
  'GET',
  'POST',
  'HEAD',
  'CONNECT',
  'constructor',
  'a b',
  '200',
  '302',
  '401',
  '999',
  'NaN',
  '<form action="https://["><button>',
  '<form method=post action=/token><input name=a><button>',
  '<input type=password>',
  '__Host-session=x',
  'a=b; Domain=example',
  'text/html',
  '\u0000',
  '🗝',
]
const value = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.json({ maxDepth: 2 }),
)
const part = (id: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('body', ...partsOf(honest.log[id - 1]!)) },
    fc.constantFrom('header.Location', 'header.Set-Cookie', 'header.Content-Type', 'content.x'),
    fc.constantFrom('header.sim-cookie', 'header.sim-message-id', 'header.Origin', 'status', 'url'),
  )
const fault: fc.Arbitrary<Decision> = fc
  .constantFrom(...ids)
  .chain((at) => anyFault(fc.constant(at), part(at), value))
// Messages that a run has only because of others, too.
const farFault = anyFault(fc.integer({ min: 1, max: 2 * ids.length }))
const decisions = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fault },
    { weight: 1, arbitrary: farFault },
    { weight: 1, arbitrary: fc.constantFrom(...allChoices) },
  ),
  { minLength: 1, maxLength: 4 },
)

/** One part of one message after another, each replaced by something hostile. */
const everyPart = honest.log.flatMap((message) =>
  partsOf(message).map((part) => [message.id, message.name, part] as const),
)

describe('the same input gives the same bytes', () => {
  test('the honest run, twice', async () => {
    const again = await play()
    expect(JSON.stringify(again.log)).toBe(JSON.stringify(honest.log))
    expect(again.run.transitions).toEqual(honest.run.transitions)
  })

  test('any run, twice', async () => {
    const input = fc.tuple(decisions, fc.string({ maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(input, async ([given, seed]) => {
        const [one, other] = [await play(given, [], seed), await play(given, [], seed)]
        expect(JSON.stringify(one.log)).toBe(JSON.stringify(other.log))
        expect(one.ending).toEqual(other.ending)
      }),
      { numRuns: 20 },
    )
  }, 30_000)

  test('a log is plain JSON', async () => {
    expect(JSON.parse(JSON.stringify(honest.log))).toEqual(honest.log)
  })

  test('another seed, another verifier', async () => {
    const verifierOf = async (seed: string) => {
      const { log } = await play([], [], seed)
      const sent = log.find(({ name }) => name === 'token-request')
      return sent?.kind === 'request' && /code_verifier=([^&]+)/.exec(sent.request.body ?? '')?.[1]
    }
    const verifiers = await Promise.all(['a', 'b', 'c', ''].map(verifierOf))
    expect(new Set(verifiers).size).toBe(4)
  })
})

const expectOrderlyEnd = async (given: readonly Decision[], forget: readonly CheckId[] = []) => {
  const { ending, log } = await play(given, forget)
  expect(`${ending.ending}: ${ending.sentence}`).toMatch(/^(completed|refused): /)
  expect(JSON.parse(JSON.stringify(log))).toEqual(log)
  expect(log.map(({ id }) => id)).toEqual(log.map((_, index) => index + 1))
}

describe('whatever the learner does, a run ends completed or refused', () => {
  test('for random faults and choices', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, (given) => expectOrderlyEnd(given)),
      { numRuns: 200 },
    )
  }, 60_000)

  test('and random checks forgotten', async () => {
    const forget = fc.subarray(
      registry.map(({ id }) => id as CheckId),
      { minLength: 1 },
    )
    await fc.assert(
      fc.asyncProperty(decisions, forget, (given, ids) => expectOrderlyEnd(given, ids)),
      { numRuns: 150 },
    )
  }, 60_000)

  test('though every message comes twice', async () => {
    const at = ids.concat(ids.map((id) => id + ids.length))
    await expectOrderlyEnd(at.map((id) => ({ kind: 'duplicate', at: id })))
  })

  test.each(allChoices.map((one) => [formatDecisions([one]), one] as const))(
    '%s, alone and with any fault',
    async (_, choice) => {
      await expectOrderlyEnd([choice])
      await fc.assert(
        fc.asyncProperty(fault, (other) => expectOrderlyEnd([choice, other])),
        { numRuns: 5 },
      )
    },
  )

  const settings = revisions.flatMap((revision) =>
    registrationsIn(revision).map((registration) => [revision, registration] as const),
  )
  test.each(settings)(
    'in %s, %s, for random faults and choices',
    async (revision, registration) => {
      await fc.assert(
        fc.asyncProperty(decisions, async (given) => {
          const setting = { scenario: handshakeWithRefresh, revision, registration }
          const run = startRun({ ...setting, decisions: given })
          const { ending, sentence } = await run.finish()
          expect(`${ending}: ${sentence}`).toMatch(/^(completed|refused): /)
        }),
        { numRuns: 40 },
      )
    },
  )

  test.each(everyPart)('message %i, a %s, with its %s replaced', async (at, _, part) => {
    for (const value of ['', '<b>"\\', 'https://['])
      await expectOrderlyEnd([{ kind: 'edit', at, part, value }])
  })
})
