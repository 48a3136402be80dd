import { describe, expect, test } from 'vitest'
import { registrationsIn } from '../../engine/registration.ts'
import type { Lesson } from '../../engine/scenario.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { fieldsOf, type Field } from '../../engine/wire/fields.ts'
import type { HttpResponse, WireMessage } from '../../engine/wire/message.ts'
import { messageText } from '../../engine/wire/text.ts'
import { handshakeWithRefresh, parameters, play, stageFor, type Kind } from './play.ts'

const kinds: Kind[] = revisions.flatMap((revision) =>
  registrationsIn(revision).map((registration) => ({ revision, registration })),
)
const CALL = { call: 'read_note', arguments: { name: 'seed-vault' } } as const
const telling = (...errands: Lesson['errands']): Lesson => ({
  ...handshakeWithRefresh,
  errands,
})
const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((one) => [one, ...flat(one.fields)])
const atTheServer = ({ from, to }: WireMessage) =>
  [from, to].some((one) => one === 'authorization-server' || one === 'client-site')

describe.each(kinds)('MCP $revision, $registration: a token is given back', async (kind) => {
  const scenario = telling(CALL, { revoke: 'refresh_token' }, { wait: 3_600 }, CALL)
  const { log, ending } = await play([], [], 'given back', { ...kind, scenario })
  const named = (name: WireMessage['name']) => log.filter((message) => message.name === name)

  test('RFC 7009 §2.2 the server says so, and the client asks the owner anew', () => {
    expect(ending.ending).toBe('completed')
    expect(named('revocation-response')[0]).toMatchObject({
      response: { status: 200 },
      findings: [{ check: 'as/refresh-withdrawn', verdict: 'obeyed', holds: true }],
    })
    expect(named('refresh-request')).toEqual([])
    expect(named('authorization-request')).toHaveLength(2)
  })

  test('Client ID Metadata Document draft-00 §4.4 a document is fetched once in an hour', () => {
    const own = kind.registration === 'metadata-document'
    const ways = named('client-document-request').map(({ from, to, channel }) =>
      [from, to, channel].join(),
    )
    const way = 'authorization-server,client-site,back'
    // The second authorization is after an hour, when the document may be used no longer.
    expect(ways).toEqual(own ? [way, way] : [])
  })

  test('every field of what the server sends and gets has a note, and no character is lost', () => {
    const messages = log.filter(atTheServer)
    expect(messages.length).toBeGreaterThan(15)
    const bare = messages.flatMap((message) =>
      flat(fieldsOf(message))
        .filter(({ note }) => !note)
        .map(({ path }) => `${message.name} ${path}`),
    )
    expect(bare).toEqual([])
    for (const message of messages)
      expect(
        fieldsOf(message)
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(messageText(message))
  })
})

test.each(kinds)(
  'RFC 7009 §2.2.1 an access token cannot be given back: MCP $revision, $registration',
  async (kind) => {
    const told = { ...kind, scenario: telling(CALL, { revoke: 'refresh_token' }) }
    const { edit, messageNamed } = await stageFor(told)
    const tokens = messageNamed('token-response') as { response?: HttpResponse }
    const { access_token } = JSON.parse(tokens.response?.body ?? '') as { access_token: string }
    const swapped = edit('revocation-request', 'body', parameters({ token: access_token }))
    const { ending } = await play([swapped], [], 'first-contact', told)
    expect([ending.ending, ending.by]).toEqual(['refused', 'as/revocation-possible'])
  },
)

test.each(kinds)(
  'RFC 7009 §2.1 the owner takes back what they granted: MCP $revision, $registration',
  async (kind) => {
    const { ending, log } = await play(
      [{ kind: 'grant', choice: 'withdrawn' }],
      [],
      'taken back',
      kind,
    )
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'authorization-request')).toHaveLength(2)
  },
)
