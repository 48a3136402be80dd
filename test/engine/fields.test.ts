import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registry } from '../../engine/checks/index.ts'
import { parseDecisions, type Decision } from '../../engine/decisions.ts'
import type { RunInput } from '../../engine/input.ts'
import { registrationsIn } from '../../engine/registration.ts'
import { startRun } from '../../engine/run.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { scenarios } from '../../scenarios/index.ts'
import { refs } from '../../engine/spec/refs.ts'
import { fieldNotes, noteFor } from '../../engine/wire/field-notes.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import { applyEdit, partsOf } from '../../engine/wire/interference.ts'
import { messageNames, type WireMessage } from '../../engine/wire/message.ts'
import { messageText } from '../../engine/wire/text.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

type Kind = Partial<Pick<RunInput, 'scenario' | 'revision' | 'registration'>>
const logOf = async (decisions: readonly Decision[] = [], kind: Kind = {}) => {
  const run = startRun({ scenario: firstContact, ...kind, seed: 'fields', decisions })
  const ending = await run.finish()
  return { log: run.log, ending }
}

const golden = await logOf()
const idOf = (name: WireMessage['name'], nth = 1) =>
  golden.log.filter((message) => message.name === name)[nth - 1]!.id
const edited = (name: WireMessage['name'], part: string, value: string, nth = 1): Decision[] => [
  { kind: 'edit', at: idOf(name, nth), part, value },
]

const toolCall = (name: string) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 2,
    method: 'tools/call',
    params: { name, arguments: { name: 'none', text: 'none' } },
  })
const tokenInUrl = 'https://notes.example/mcp?access_token=a.b.c'

type Variant = readonly [what: string, ending: string, decisions: readonly Decision[], kind?: Kind]
const variants: readonly Variant[] = [
  ['nobody interferes', 'completed', []],
  ['a wrong password', 'refused', [{ kind: 'sign-in', choice: 'wrong-password' }]],
  ['a window closed', 'refused', [{ kind: 'sign-in', choice: 'close-window' }]],
  ['consent denied', 'refused', [{ kind: 'consent', choice: 'deny' }]],
  ['a registration held', 'completed', [{ kind: 'registration', choice: 'held' }]],
  ['a client forgotten', 'refused', [{ kind: 'registration', choice: 'forgotten-by-server' }]],
  ['a code expired', 'refused', [{ kind: 'delay', at: idOf('token-request'), seconds: 600 }]],
  ['broken JSON', 'refused', edited('resource-metadata', 'body', '{"resource": ')],
  ['an empty object', 'refused', edited('server-metadata', 'body', '{}')],
  ['a refused registration', 'refused', edited('registration-request', 'body', '{}')],
  ['a tool unknown', 'refused', edited('mcp-request', 'body', toolCall('shred_note'), 5)],
  ['a note unknown', 'completed', edited('mcp-request', 'body', toolCall('read_note'), 5)],
  ['a scope too narrow', 'refused', edited('mcp-request', 'body', toolCall('write_note'), 5)],
  ['a token in the URL', 'refused', edited('mcp-request', 'url', tokenInUrl, 3)],
  ['a method not allowed', 'refused', edited('token-request', 'method', 'PUT')],
  ['a web page’s request', 'refused', edited('mcp-request', 'header.Origin', 'https://a.example')],
  ...revisions.flatMap((revision) =>
    registrationsIn(revision).map((registration): Variant => [
      `MCP ${revision}, ${registration}`,
      'completed',
      [],
      { revision, registration },
    ]),
  ),
  ...(
    [
      ['grant.withdrawn', 'completed'],
      ['code.reused', 'completed'],
      ['registration.elsewhere', 'completed'],
      ['registration.refused', 'refused'],
      ['server-metadata.openid', 'completed'],
      ['mcp-server.metadata-at-root~mcp-server.no-challenge', 'completed'],
      ['mcp-server.never-enough', 'refused'],
      ['authorization-server.fails', 'refused'],
    ] as const
  ).map(([text, ending]): Variant => [
    `MCP 2026-07-28, ${text}`,
    ending,
    parseDecisions(text).decisions,
    { revision: '2026-07-28' },
  ]),
  ...scenarios.flatMap((scenario: Scenario) =>
    (scenario.revisions ?? revisions).map((revision): Variant => [
      `${scenario.id}, MCP ${revision}`,
      scenario.expects,
      [],
      { scenario, revision },
    ]),
  ),
]

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])
const joined = (fields: readonly Field[]) => fields.map(({ raw }) => raw ?? '').join('')

const titled = variants.map(([what, ending, decisions, kind]) => ({
  what,
  ending,
  decisions,
  kind,
}))

describe.each(titled)('the fields of a run with $what', async ({ ending, decisions, kind }) => {
  const run = await logOf(decisions, kind)

  test('are those of the run that was meant', () => {
    expect(run.ending.ending).toBe(ending)
  })

  test('joined are the message, character by character', () => {
    for (const message of run.log) expect(joined(fieldsOf(message))).toBe(messageText(message))
  })

  test('have paths of their own, and raw text only outermost', () => {
    for (const message of run.log) {
      const fields = fieldsOf(message)
      const paths = flat(fields).map(({ path }) => path)
      expect(paths.toSorted()).toEqual([...new Set(paths)].toSorted())
      expect(fields.filter(({ raw }) => raw === undefined)).toEqual([])
      expect(flat(fields.flatMap((one) => one.fields)).filter(({ raw }) => raw)).toEqual([])
    }
  })

  test('all have a note', () => {
    const without = run.log.flatMap((message) =>
      flat(fieldsOf(message))
        .filter(({ note }) => !note)
        .map(({ path }) => `${message.name} ${path}`),
    )
    expect(without).toEqual([])
  })
})

describe('the notes', () => {
  const ids = registry.map(({ id }) => id)
  const notes = [...fieldNotes]

  test.each(notes)('%s names known checks and clauses, in sentences', (where, note) => {
    expect(ids).toEqual(expect.arrayContaining([...note.checkedBy]))
    expect(Object.keys(refs)).toEqual(expect.arrayContaining([...note.refs]))
    for (const text of [note.what, note.madeBy, ...(note.without ? [note.without] : [])])
      expect(text).toMatch(/^[`\p{Lu}].*\.$/u)
    const message = /^[a-z-]+(?= [a-z-]+\.)/.exec(where)?.[0]
    expect([undefined, ...messageNames]).toContain(message)
  })

  test('speak of every check there is', () => {
    const spoken = new Set(notes.flatMap(([, { checkedBy }]) => checkedBy))
    expect(ids.filter((id) => !spoken.has(id))).toEqual([])
  })

  test('tell one name in two messages apart', () => {
    const inRequest = { message: 'authorization-request', path: 'query.4.state' } as const
    const inAnswer = { message: 'callback-request', path: 'query.1.state' } as const
    expect(noteFor('query', 'state', inRequest)?.checkedBy).toContain('client/state-random')
    expect(noteFor('query', 'state', inAnswer)?.checkedBy).toContain('client/state-matches')
  })

  test('do not take a tool’s name for a client’s', () => {
    const tool = { message: 'mcp-request', path: 'json.params.name' } as const
    const note = { message: 'mcp-request', path: 'json.params.arguments.name' } as const
    expect(noteFor('json', 'name', tool)?.what).toMatch(/tool to call/)
    expect(noteFor('json', 'name', note)?.what).toMatch(/argument/)
    expect(noteFor('json', 'name')).toBeUndefined()
  })

  test('know a header whatever the case of its name, and no inherited names', () => {
    expect(noteFor('header', 'MCP-SESSION-ID')).toBe(noteFor('header', 'Mcp-Session-Id'))
    expect(noteFor('claim', 'constructor')).toBeUndefined()
  })
})

describe('a message that somebody changed', () => {
  const jwt = (claims: string) =>
    `Bearer ${btoa('{"alg":"none"}')}.${btoa(claims)}.x`.replaceAll('=', '')
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .array(fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', ' ', 'a', '1'))
      .map((all) => all.join('')),
    fc.array(fc.constantFrom('?', '&', '=', '%', '+', 'a', '#', '/')).map((all) => all.join('')),
    fc
      .array(fc.constantFrom('<form>', '<input name=a type=hidden>', '<', '>', '"', 'é'))
      .map((all) => all.join('')),
    fc.webUrl({ withQueryParameters: true }),
    fc.json().map(jwt),
    fc.constantFrom(
      '{}',
      '{"a":1,"a":2}',
      '{"a.b":{"c":1},"a":{"b.c":2,"b":{"c":3}}}',
      '[]',
      '"x"',
    ),
    fc
      .integer({ min: 1, max: 3_000 })
      .map((deep) => `{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`),
    fc.integer({ min: 1, max: 3_000 }).map((deep) => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
  )
  const change = fc.record({
    message: fc.constantFrom(...golden.log),
    part: fc.nat(),
    added: fc.option(
      fc.constantFrom('header.Content-Type', 'header.WWW-Authenticate', 'header.Location'),
    ),
    type: fc.constantFrom(
      'application/json',
      'text/html',
      'application/x-www-form-urlencoded',
      'a/b',
    ),
    value: anything,
  })

  test('is taken apart without an exception, and joined it is the message', () => {
    fc.assert(
      fc.property(change, ({ message, part, added, type, value }) => {
        const parts = partsOf(message)
        const once = added === null ? (parts[part % Math.max(parts.length, 1)] ?? 'body') : added
        const typed = applyEdit(message, {
          kind: 'edit',
          at: 1,
          part: 'header.Content-Type',
          value: type,
        })
        const changed = applyEdit(part % 2 === 0 ? typed : message, {
          kind: 'edit',
          at: 1,
          part: once,
          value,
        })
        const delivered = { ...message, ...changed } as WireMessage
        const fields = fieldsOf(delivered)
        expect(joined(fields)).toBe(messageText(delivered))
        const paths = flat(fields).map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
      }),
      { numRuns: 2_000, seed: 20_250_618 },
    )
  })

  test.each(['{}', ' { } ', '{"a":1,"a":2}', `{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`])(
    'keeps a body that has no members to show, or too many levels (%#)',
    (body) => {
      const { name, ...rest } = golden.log.find(({ name }) => name === 'jwks')!
      const response = { status: 200, headers: [['Content-Type', 'application/json']], body }
      const message = { ...rest, name, kind: 'response', response } as unknown as WireMessage
      expect(joined(fieldsOf(message))).toBe(messageText(message))
    },
  )

  test('decodes a parameter that begins with a question mark under its own name', () => {
    const { name, ...rest } = golden.log.find(({ name }) => name === 'callback-request')!
    const request = { method: 'GET', url: 'https://a.example/?b=1&?c=2', headers: [] }
    const message = { ...rest, name, kind: 'request', request } as unknown as WireMessage
    expect(fieldsOf(message).map((field) => field.name)).toContain('?c')
  })
})
