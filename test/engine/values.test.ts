import { describe, expect, test } from 'vitest'
import { parseDecisions } from '../../engine/decisions.ts'
import { startRun } from '../../engine/run.ts'
import type { RunInput } from '../../engine/input.ts'
import { challengeOf } from '../../engine/oauth/pkce.ts'
import { carriedIn } from '../../engine/values-carried.ts'
import { valuesOf, type How } from '../../engine/values-index.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import { messageText } from '../../engine/wire/text.ts'
import type { WireMessage } from '../../engine/wire/message.ts'
import { scenarios } from '../../scenarios/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])
const fieldAt = (message: WireMessage, path: string): Field | undefined =>
  flat(fieldsOf(message)).find((one) => one.path === path)
const logOf = async (input: Partial<RunInput> = {}) => {
  const run = startRun({ scenario: firstContact, seed: 'values', ...input })
  await run.finish()
  return run.log
}
const named = (log: readonly WireMessage[], name: WireMessage['name']) =>
  log.find((one) => one.name === name)!
const valueAt = (message: WireMessage, name: string): string =>
  flat(fieldsOf(message)).find((one) => one.name === name)!.value

const log = await logOf()
const index = await valuesOf(log)
const ways = (value: string) =>
  index.find(value).map(({ message, how }) => [message.name, how] as [string, How])

describe('a value is found', () => {
  const request = named(log, 'authorization-request')
  const token = named(log, 'token-request')
  const issued = valueAt(named(log, 'token-response'), 'access_token')

  test('RFC 7636 §4.6 as the hash of another one, and the other way round', async () => {
    const verifier = valueAt(token, 'code_verifier')
    const challenge = valueAt(request, 'code_challenge')
    expect(await challengeOf(verifier)).toBe(challenge)
    expect(ways(verifier)).toContainEqual(['token-request', 'itself'])
    expect(ways(verifier)).toContainEqual(['authorization-request', 'hash'])
    expect(ways(challenge)).toContainEqual(['authorization-request', 'itself'])
    expect(ways(challenge)).toContainEqual(['token-request', 'hashed'])
  })

  test('behind `Bearer` in a header, in the answer that brought it, and beside the key that it names', () => {
    expect(ways(issued)).toContainEqual(['token-response', 'itself'])
    expect(ways(issued)).toContainEqual(['mcp-request', 'inside'])
    expect(ways(issued)).toContainEqual(['vault-write', 'itself'])
    expect(ways(issued)).toContainEqual(['jwks', 'key'])
  })

  test('percent-encoded in a query and in a form, and in a token as its audience', () => {
    const audience = valueAt(request, 'resource')
    const of = (name: WireMessage['name']) =>
      index.find(audience).filter(({ message }) => message.name === name)
    expect(of('authorization-request').map(({ how }) => how)).toContain('encoded')
    expect(of('token-request').map(({ how }) => how)).toContain('encoded')
    expect(of('token-response').map(({ path, how }) => [path, how])).toContainEqual([
      'json.access_token.claim.aud',
      'token',
    ])
  })

  test('as the address that a message is sent to', () => {
    expect(ways(valueAt(named(log, 'mcp-challenge'), 'resource_metadata')).slice(0, 2)).toEqual([
      ['mcp-challenge', 'itself'],
      ['resource-metadata-request', 'address'],
    ])
  })

  test('in a cookie', () => {
    const set = flat(fieldsOf(named(log, 'sign-in-response'))).find(
      ({ name }) => name.toLowerCase() === 'set-cookie',
    )!
    const session = set.value.split(/[=;]/)[1]!
    expect(ways(session)).toContainEqual(['consent-page-request', 'inside'])
  })

  test('in the credentials of a Basic header', async () => {
    const held = await logOf({ registration: 'client-secret-basic' })
    const with_ = await valuesOf(held)
    const id = valueAt(named(held, 'authorization-request'), 'client_id')
    const there = with_.find(id).filter(({ message }) => message.name === 'token-request')
    expect(there.map(({ path, how }) => [path.replace(/\d+/, 'n'), how])).toContainEqual([
      'header.n.Authorization',
      'base64',
    ])
  })

  test('in comparisons, on the side on which it stood', () => {
    const state = valueAt(request, 'state')
    const compared = index.comparisonsOf(state).map(({ check, side }) => `${check} ${side}`)
    expect(compared).toContain('client/state-matches expected')
    expect(compared).toContain('client/state-matches received')
  })

  test('with who holds it: a code reaches no MCP server; the owner sees it in the address bar', () => {
    const code = valueAt(named(log, 'callback-request'), 'code')
    const holders = new Set(index.find(code).flatMap((one) => one.holders))
    expect([...holders].toSorted()).toEqual([
      'authorization-server',
      'client',
      'owner',
      'user-agent',
    ])
  })

  test('nowhere where it was never sent', () => {
    expect(index.find('never sent')).toEqual([])
    expect(index.marksOf('never sent').size).toBe(0)
  })
})

const written: Readonly<Record<string, (field: Field, value: string, text: string) => boolean>> = {
  itself: (field, value) => field.value === value,
  encoded: (field, value, text) =>
    field.value === value && !(field.raw ?? '').includes(value) && text.length > 0,
  inside: (field, value) =>
    (field.raw ?? field.value).includes(value) || field.value.includes(value),
  token: ({ value: all }, value) => all.includes(value),
  base64: (field, value) => {
    const pair = atob(field.value.replace(/^basic /i, ''))
    return pair.split(':').some((half) => decodeURIComponent(half.replaceAll('+', ' ')) === value)
  },
}

describe.each(scenarios.map(({ id }, at) => ({ id, at })))('in $id', async ({ at }) => {
  const scenario = scenarios[at]!
  const log = await logOf({ scenario })
  const index = await valuesOf(log)

  test('every value that is carried is really there, at a path that leads to a part', () => {
    for (const message of log) {
      const text = messageText(message)
      const fields = new Map(flat(fieldsOf(message)).map((one) => [one.path, one]))
      for (const { value, path, how } of carriedIn(message)) {
        const field = fields.get(path)
        expect(field, `${message.name} ${path}`).toBeDefined()
        const there =
          how === 'address'
            ? message.kind === 'request' && message.request.url.startsWith(value)
            : written[how]!(field!, value, text)
        expect(there, `${message.name} ${path} ${how} ${value}`).toBe(true)
      }
    }
  })

  test('every part of every message finds itself again', () => {
    const lost = log.flatMap((message) =>
      flat(fieldsOf(message))
        .filter(({ path, value }) => {
          const found = index.find(value)
          return value !== '' && !found.some((one) => one.message === message && one.path === path)
        })
        .map(({ path }) => `${message.name} ${path}`),
    )
    expect(lost).toEqual([])
  })

  test('a mark stands on exactly the messages in which the value is found', () => {
    for (const name of ['code', 'state', 'client_id', 'access_token', 'code_challenge'])
      for (const { value } of log
        .flatMap((message) => flat(fieldsOf(message)))
        .filter((one) => one.name === name && one.value !== '')) {
        const found = index.find(value)
        const marks = index.marksOf(value)
        expect([...marks.keys()]).toEqual([...new Set(found.map(({ message }) => message))])
        for (const [message, { kin }] of marks)
          expect(kin).toBe(
            found
              .filter((one) => one.message === message)
              .every(({ how }) => ['hash', 'hashed', 'key'].includes(how)),
          )
      }
  })
})

test('a message that nobody received is held by nobody but its sender', async () => {
  const { decisions } = parseDecisions('drop.26')
  const log = await logOf({ decisions })
  const lost = log.find(({ fate }) => fate === 'dropped')!
  const index = await valuesOf(log)
  const field = fieldsOf(lost).find(({ value }) => value !== '')!
  const there = index.find(field.value).find(({ message }) => message === lost)!
  expect(there.holders).toEqual([lost.from])
  expect(fieldAt(lost, there.path)).toBeDefined()
})
