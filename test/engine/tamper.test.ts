import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../engine/decisions.ts'
import { originalOf, refusalSince } from '../../engine/aftermath.ts'
import { sayDecision, withDecision } from '../../engine/offers.ts'
import { decodeToken } from '../../engine/oauth/access-token.ts'
import { foresee, remarksOn } from '../../engine/remarks.ts'
import { startRun } from '../../engine/run.ts'
import type { WireMessage } from '../../engine/wire/message.ts'
import { withField } from '../../engine/wire/one-field.ts'
import { messageParts, type Part } from '../../engine/wire/parts.ts'
import { readRaw } from '../../engine/wire/raw.ts'
import { rewrite } from '../../engine/wire/rewriting.ts'
import { messageText } from '../../engine/wire/text.ts'
import { scenarios } from '../../scenarios/index.ts'
import { honest, messageNamed, play } from '../spec/play.ts'
import { anyFault } from './any-decision.ts'

const logs = await Promise.all(
  scenarios.map(async (scenario) => {
    const run = startRun({ scenario, seed: 'tamper' })
    await run.finish()
    return run.log
  }),
)
const messages = [...honest.log, ...logs.flat()]
const flat = (parts: readonly Part[]): Part[] => parts.flatMap((one) => [one, ...flat(one.parts)])
const fieldsIn = (message: WireMessage) => flat(messageParts(message))
/** What is no field to change: what HTTP itself writes, the name of an act, and a page, which is changed as a whole. */
const FIXED = ['start.version', 'start.act', 'text.end of headers', 'html.page']
const fields = messages.flatMap((message) =>
  fieldsIn(message)
    .filter(({ path }) => !FIXED.includes(path))
    .map((field) => ({ message, field })),
)
const named = (message: WireMessage, name: string) =>
  fieldsIn(message).find((field) => field.name === name)!
const as = (message: WireMessage, draft: object) => ({ ...message, ...draft }) as WireMessage
const plainValue = fc.stringMatching(/^[A-Za-z0-9 %&=+"\\<>/?#.,;:{}[\]-]{1,30}$/)

describe('one field', () => {
  test('set to what it is leaves every message as it was', () => {
    for (const { message, field } of fields)
      expect([field.path, withField(message, field.path, field.value)]).toEqual([
        field.path,
        message,
      ])
  })

  test('set to another value has that value, and every other field stays as it was', () => {
    // What stands in the first line or in a token has a form of its own; so has a list whose members are not alike.
    const free = fields.filter(
      ({ field }) => !/^start\.|\.(claim|jwt-header|signature)\.|\.\d+$/.test(field.path),
    )
    fc.assert(
      fc.property(fc.constantFrom(...free), plainValue, ({ message, field }, text) => {
        const value = `v${text}v`
        const changed = as(message, withField(message, field.path, value))
        const kept = new Map(fieldsIn(changed).map((one) => [one.path, one.value]))
        // A body of another type is taken apart in another way.
        if (field.name === 'Content-Type') return
        expect(kept.get(field.path)).toBe(value)
        const others = fieldsIn(message).filter(
          ({ path }) => !path.startsWith(field.path) && !field.path.startsWith(path),
        )
        expect(others.map(({ path }) => [path, kept.get(path)])).toEqual(
          others.map(({ path, value: before }) => [path, before]),
        )
      }),
      { numRuns: 1_500 },
    )
  })

  test('taken away is gone, and nothing else is', () => {
    const removable = fields.filter(({ field }) =>
      /^(query|form|json|header|local)\.[^.]+(\.[^.]+)?$/.test(field.path),
    )
    for (const { message, field } of removable) {
      const before = fieldsIn(message).filter(({ name }) => name === field.name).length
      const changed = as(message, withField(message, field.path, undefined))
      // The rest of a list moves up.
      if (field.name === 'Content-Type' || /\.\d+$/.test(field.path)) continue
      expect(fieldsIn(changed).filter(({ name }) => name === field.name).length).toBeLessThan(
        before,
      )
    }
  })

  test('is found by its name where others before it were taken away', () => {
    const message = messageNamed('authorization-request')
    const { path } = named(message, 'state')
    const [first] = fieldsIn(message).filter(({ place }) => place === 'query')
    const shorter = as(message, withField(message, first!.path, undefined))
    const changed = as(message, withField(shorter, path, 'x'))
    expect(named(changed, 'state').value).toBe('x')
    expect(named(changed, 'code_challenge').value).toBe(named(message, 'code_challenge').value)
  })

  test('that the message does not have changes nothing, whatever its path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.string(),
        fc.string(),
        (message, path, value) => {
          expect(() => withField(message, `json.${path}`, value)).not.toThrow()
          expect(withField(message, `query.99.no ${path}`, value)).toEqual(message)
        },
      ),
    )
  })

  test.each([
    ['A path', 'start.path', 'elsewhere', 'https://auth.example/elsewhere'],
    ['A URL', 'start.path', 'https://other.example/x', 'https://other.example/x'],
  ])('%s takes the place of the path alone', (_, path, value, url) => {
    const message = messageNamed('token-request')
    const changed = withField(message, path, value)
    expect(changed.kind === 'request' && changed.request.url).toBe(url)
  })
})

describe('a claim of a signed token', () => {
  const message = honest.log.find(
    ({ name, kind, ...rest }) =>
      name === 'token-response' && kind === 'response' && JSON.stringify(rest).includes('eyJ'),
  )!
  const { path } = named(message, 'aud')

  test('changes, and the signature stays the old one, which does not hold', async () => {
    const decision: Decision = {
      kind: 'field',
      at: message.id,
      path,
      value: 'https://other.example/mcp',
    }
    const before = named(message, 'access_token').value
    const { log, ending } = await play([decision])
    const after = named(log[message.id - 1]!, 'access_token').value
    expect(decodeToken(after)?.claims.aud).toBe('https://other.example/mcp')
    expect(after.split('.')[2]).toBe(before.split('.')[2])
    expect(ending.ending).not.toBe('broken')
    expect(refusalSince(log, message.id, honest.log)?.check).toBe('rs/signature-valid')
    expect(sayDecision(decision)).toMatch(/the claim `aud` .*the old signature stays$/)
    expect(foresee(message, decision).remarks.join(' ')).toMatch(/signature stays/)
  })

  test('of a number stays a number, of a text may become a list', () => {
    const claims = (name: string, value: string) => {
      const changed = as(message, withField(message, named(message, name).path, value))
      return decodeToken(named(changed, 'access_token').value)?.claims
    }
    expect(claims('exp', '1')?.exp).toBe(1)
    expect(claims('aud', '["https://a.example"]')?.aud).toEqual(['https://a.example'])
  })
})

describe('a message written anew', () => {
  const http = messages.filter(({ kind }) => kind !== 'act')
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'GET',
          'HTTP/1.1',
          '200',
          ' ',
          '\n',
          '\n\n',
          '\r\n',
          'A: b',
          ':',
          '/x',
          '\t',
          '{',
        ),
        { maxLength: 14 },
      )
      .map((pieces) => pieces.join('')),
  )

  test('as it was written is the same message', () => {
    for (const message of http) {
      const text = messageText(message)
      expect(readRaw(text, message)).toEqual({ draft: message, notes: [] })
      // Read anew, where nothing is known but where it goes.
      const blank = as(
        message,
        message.kind === 'request'
          ? { request: { ...message.request, method: '', headers: [] } }
          : { response: { status: 200, headers: [], body: '?' } },
      )
      const { draft, notes, problem } = readRaw(text, blank)
      expect({ text: messageText(draft), notes, problem }).toEqual({ text, notes: [], problem })
      expect(draft).toEqual(message)
    }
  })

  test('whatever the text, it is read without an exception, and what is no HTTP goes on as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...http), anyText, (message, text) => {
        const { draft, problem, notes } = readRaw(text, message)
        // Line ends and the space around a value are no part of a message.
        const asItIs = problem !== undefined || (notes.length === 0 && !/\r|:/.test(text))
        expect(messageText(draft) === text || !asItIs).toBe(true)
        const twice = readRaw(messageText(draft), draft)
        expect(messageText(twice.draft)).toBe(messageText(draft))
        expect(
          fieldsIn(as(message, draft))
            .map(({ raw }) => raw ?? '')
            .join(''),
        ).toBe(messageText(draft))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['', /no request line/],
    ['GET /', /no request line/],
    ['GET  / HTTP/1.1\n\n', /no request line/],
    ['GET / HTTP/1.1\nnonsense\n\n', /^Line 2, “nonsense”, is no header/],
    ['GET / HTTP/1.1\nHost : a\n\n', /space before its colon/],
    ['GET / HTTP/1.1\nHost: a\n b\n\n', /^Line 3.* begins with a space/],
    ['GET / HTTP/1.1\n(x): a\n\n', /cannot be a name/],
  ])('%j is no HTTP request: the server answers 400', async (text, says) => {
    const { id, ...message } = messageNamed('token-request')
    const { log, ending } = await play([{ kind: 'raw', at: id, text }])
    expect(messageText(log[id - 1]!)).toBe(text)
    expect(log[id]).toMatchObject({ response: { status: 400 } })
    expect(ending.ending).toBe('refused')
    const [why, after] = remarksOn(log[id - 1]!)
    expect(why).toMatch(says)
    expect(after).toMatch(/400/)
    expect(
      foresee(as({ id, ...message } as WireMessage, {}), { kind: 'raw', at: id, text }).remarks[0],
    ).toBe(why)
  })

  test('an answer that is no HTTP is none', async () => {
    const { id } = messageNamed('server-metadata')
    const { ending, log } = await play([{ kind: 'raw', at: id, text: 'HTTP/1.1 hello\n\n{}' }])
    expect(messageText(log[id - 1]!)).toBe('HTTP/1.1 hello\n\n{}')
    expect(ending.ending).toBe('refused')
    expect(remarksOn(log[id - 1]!)[0]).toMatch(/no status line/)
  })

  test.each([
    ['GET /x HTTP/1.0\n\n', /speaks HTTP\/1.1 only/],
    ['GET /x HTTP/1.1', /empty line/],
  ])('%j is read, and the lab says what it made of it', (text, says) => {
    const { draft, notes, problem } = readRaw(text, messageNamed('token-request'))
    expect(problem).toBeUndefined()
    expect(notes.join(' ')).toMatch(says)
    expect(draft.kind === 'request' && draft.request.url).toBe('https://auth.example/x')
  })

  test('with another address goes there', async () => {
    const { id } = messageNamed('token-request')
    const text = 'POST https://nobody.example/token HTTP/1.1\n\n'
    const { log } = await play([{ kind: 'raw', at: id, text }])
    expect(log[id - 1]).toMatchObject({ fate: 'astray' })
  })
})

describe('what a change would do', () => {
  const message = messageNamed('registration-request')
  const rewritten = (body: string): Decision => ({
    kind: 'edit',
    at: message.id,
    part: 'body',
    value: body,
  })

  test('is said before it is made', () => {
    expect(foresee(message, rewritten('{"a":')).remarks.join()).toMatch(/not JSON/)
    expect(foresee(message, rewritten('{}')).remarks).toEqual([])
    const none: Decision = { kind: 'remove', at: message.id, path: 'query.9.none' }
    expect(foresee(message, none)).toMatchObject({ possible: false })
    expect(foresee(message, rewritten('x'.repeat(20_001)))).toMatchObject({ possible: false })
  })

  test('is said of any fault of any message, and nothing throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), anyFault(fc.constant(1)), (one, decision) => {
        const { remarks } = foresee(one, decision)
        for (const remark of remarks) expect(remark).toMatch(/^[A-Z`“].*\.$/s)
      }),
    )
  })
})

describe('whatever the learner does to a field or a text, a run ends in an orderly way', () => {
  const hostile = fc.oneof(
    fc.constantFrom('', ' ', '0', 'null', '{}', '[[]]', '\r\nX: 1', 'https://[', '\u0000', '🗝'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  const fieldChange = fc
    .constantFrom(...fields.filter(({ message }) => honest.log.includes(message)))
    .chain(({ message: { id: at }, field: { path } }) =>
      fc.oneof(
        hostile.map((value): Decision => ({ kind: 'field', at, path, value })),
        fc.constant<Decision>({ kind: 'remove', at, path }),
      ),
    )
  const rawChange = fc
    .tuple(fc.constantFrom(...honest.log), fc.nat(), fc.nat({ max: 40 }), hostile)
    .map(([message, from, length, value]): Decision => {
      const text = messageText(message)
      const start = from % (text.length + 1)
      const cut = text.slice(0, start) + value + text.slice(start + length)
      return { kind: 'raw', at: message.id, text: cut }
    })

  test('completed or refused, never broken', async () => {
    const given = fc.array(fc.oneof(fieldChange, rawChange), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(given, async (decisions) => {
        const { ending, log } = await play(decisions)
        expect(`${ending.ending}: ${ending.sentence}`).toMatch(/^(completed|refused): /)
        expect(JSON.parse(JSON.stringify(log))).toEqual(log)
      }),
      { numRuns: 250 },
    )
  }, 60_000)

  test('in every story, with whatever attack', async () => {
    const indexes = scenarios.map((_, index) => index)
    const given = fc.constantFrom(...indexes).chain((index) =>
      fc.tuple(
        fc.constant(scenarios[index]!),
        fc.constantFrom(...logs[index]!).chain((message) =>
          fc.oneof(
            hostile.map((text): Decision => ({ kind: 'raw', at: message.id, text })),
            fc
              .tuple(fc.constantFrom(...fieldsIn(message)), hostile)
              .map(([{ path }, value]): Decision => ({
                kind: 'field',
                at: message.id,
                path,
                value,
              })),
            fc
              .constantFrom(...fieldsIn(message))
              .map(({ path }): Decision => ({ kind: 'remove', at: message.id, path })),
          ),
        ),
      ),
    )
    await fc.assert(
      fc.asyncProperty(given, async ([scenario, decision]) => {
        const { ending, sentence } = await startRun({
          scenario,
          seed: 'tamper',
          decisions: [decision],
        }).finish()
        expect(`${ending}: ${sentence}`).toMatch(/^(completed|refused|won): /)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('where a browser is sent to an address that no header can carry, in every story', async () => {
    const redirects = scenarios.flatMap((scenario, index) =>
      logs[index]!.flatMap((message) =>
        fieldsIn(message)
          .filter(({ path, name }) => path.startsWith('query.') && name === 'redirect_uri')
          .map(({ path }) => ({ scenario, at: message.id, path })),
      ),
    )
    expect(new Set(redirects.map(({ scenario }) => scenario.id)).size).toBeGreaterThan(20)
    for (const { scenario, at, path } of redirects) {
      const decisions: Decision[] = [{ kind: 'field', at, path, value: '\u0100\r\nX: 1' }]
      const { ending, sentence } = await startRun({ scenario, seed: 'tamper', decisions }).finish()
      expect(`${scenario.id} ${at}: ${ending}: ${sentence}`).not.toContain('broken')
    }
  }, 60_000)

  test('every field of the honest run, taken away', async () => {
    const paths = fields.filter(({ message }) => honest.log.includes(message))
    for (const { message, field } of paths.filter((_, index) => index % 3 === 0)) {
      const { ending } = await play([{ kind: 'remove', at: message.id, path: field.path }])
      expect(`${field.path}: ${ending.ending}`).toMatch(/: (completed|refused)$/)
    }
  }, 60_000)
})

describe('among changes of one message', () => {
  const field = (value: string): Decision => ({ kind: 'field', at: 3, path: 'query.0.a', value })
  const removal: Decision = { kind: 'remove', at: 3, path: 'query.0.a' }
  const raw: Decision = { kind: 'raw', at: 3, text: 'x' }
  const held: Decision = { kind: 'delay', at: 3, seconds: 5 }
  const lost: Decision = { kind: 'drop', at: 3 }
  const made = (...all: Decision[]) => all.reduce(withDecision, [] as Decision[])

  test('one takes the place of another of the same field, and a new text that of all before it', () => {
    expect(made(field('1'), field('2'))).toEqual([field('2')])
    expect(made(field('1'), removal)).toEqual([removal])
    expect(made(removal, field('1'))).toEqual([removal, field('1')])
    expect(made(held, field('1'), raw)).toEqual([held, raw])
    expect(made(raw, field('1'))).toEqual([raw, field('1')])
    expect(made(held, field('1'), raw, lost)).toEqual([lost])
    expect(made(lost, field('1'))).toEqual([field('1')])
    expect(made(lost, raw)).toEqual([raw])
  })

  test('they are made one after the other', () => {
    const message = messageNamed('authorization-request')
    const at = message.id
    const text = messageText(message)
    const { path } = named(message, 'state')
    const both = [
      { kind: 'raw', at, text: text.replace('HTTP/1.1\n', 'HTTP/1.1\nX-New: 1\n') } as const,
      { kind: 'field', at, path, value: 'x' } as const,
    ].reduce(rewrite, message)
    expect(messageText(both)).toContain('X-New: 1')
    expect(named(as(message, both), 'state').value).toBe('x')
  })
})

test('a copy knows of which message it is one', async () => {
  const { id } = messageNamed('token-request')
  const { log } = await play([{ kind: 'duplicate', at: id }])
  const copies = log.filter(({ fate }) => fate === 'duplicate')
  expect(copies.map((copy) => originalOf(log, copy)?.id)).toEqual([id, id + 1])
  expect(originalOf(log, log[0]!)).toBeUndefined()
})
