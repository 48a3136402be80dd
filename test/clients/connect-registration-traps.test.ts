import { describe, expect, test } from 'vitest'
import { revisions } from '../../engine/spec/revisions.ts'
import { NOTE } from './lab.ts'
import { readNote } from './connect-lab.ts'
import { answers, at, connectThrough, members, only, sentMembers, type Trap } from './traps.ts'

const register = at('/register')
const BASIC = 'client_secret_basic'
const POST = 'client_secret_post'

/** A server that registers another way of authentication than it was asked for, and holds the client to it. */
const registers = (method: string | undefined): Trap =>
  only(register, sentMembers({ token_endpoint_auth_method: method }))
const answersWith = (difference: object): Trap => only(register, members(difference))

/** What is answered, and where the client’s secret then stands in its token requests. */
const rows: readonly [title: string, traps: readonly Trap[], proof: string][] = [
  ['none, as asked', [], 'nothing'],
  ['client_secret_post', [registers(POST)], 'body'],
  ['client_secret_basic', [registers(BASIC)], 'header'],
  [
    'a secret, and no word on how',
    [registers(BASIC), answersWith({ token_endpoint_auth_method: undefined })],
    'header',
  ],
  [
    'none, and a secret all the same',
    [answersWith({ client_secret: 'not-for-use', client_secret_expires_at: 0 })],
    'nothing',
  ],
  [
    'neither a secret nor a word on how',
    [answersWith({ token_endpoint_auth_method: undefined })],
    'nothing',
  ],
  ['members that nobody knows', [answersWith({ jwks: { keys: [] }, surprise: null })], 'nothing'],
]

/** What no client can do anything with. */
const useless: readonly [title: string, trap: Trap][] = [
  ['private_key_jwt', answersWith({ token_endpoint_auth_method: 'private_key_jwt' })],
  ['a way that does not exist', answersWith({ token_endpoint_auth_method: 'handshake' })],
  ['client_secret_basic without a secret', answersWith({ token_endpoint_auth_method: BASIC })],
  ['client_secret_post without a secret', answersWith({ token_endpoint_auth_method: POST })],
  ['another redirect URI', answersWith({ redirect_uris: ['https://elsewhere.example/cb'] })],
]

const at2 = { registration: 'dynamic' } as const

describe.each(revisions)('RFC 7591 §3.2.1 the answer to a registration, MCP %s', (revision) => {
  test.each(rows)('%s: the client authenticates accordingly', async (_, traps, proof) => {
    const errands = [readNote, { wait: 900 }, readNote] as const
    const { ending, results, log } = await connectThrough({ ...at2, revision }, traps, { errands })
    expect(ending.ending).toBe('completed')
    expect(results).toEqual([NOTE.text, NOTE.text])
    const sent = log.flatMap((one) =>
      one.kind === 'request' && one.request.url.endsWith('/token') ? [one.request] : [],
    )
    expect(sent).toHaveLength(2)
    for (const { headers, body = '' } of sent) {
      const inHeader = headers.some(([name]) => name === 'Authorization')
      const inBody = new URLSearchParams(body).has('client_secret')
      expect({ inHeader, inBody }).toEqual({
        inHeader: proof === 'header',
        inBody: proof === 'body',
      })
    }
  })

  test.each(useless)('%s: the client stops before it sends anybody anywhere', async (_, trap) => {
    const { ending, log } = await connectThrough({ ...at2, revision }, [trap])
    expect(ending).toMatchObject({
      ending: 'refused',
      by: 'client/registration-sufficient',
      client: 'The client stopped: what was registered is not what it needs.',
    })
    expect(log.map(({ name }) => name)).not.toContain('open-browser')
  })

  test.each<[string, Trap, string | RegExp]>([
    [
      'an error',
      answers(400, '{"error":"invalid_redirect_uri"}', [['Content-Type', 'application/json']]),
      'The authorization server refused the registration: invalid_redirect_uri.',
    ],
    ['an error without words', answers(403), /could not be read/],
    [
      'a page',
      answers(200, '<h1>Welcome</h1>', [['Content-Type', 'text/html']]),
      /could not be read/,
    ],
    ['no client_id', members({ client_id: undefined }), /could not be read/],
  ])('%s: the client says what happened', async (_, trap, sentence) => {
    const { ending } = await connectThrough({ ...at2, revision }, [only(register, trap)])
    expect(ending.ending).toBe('refused')
    expect(ending.client).toMatch(sentence)
  })
})
