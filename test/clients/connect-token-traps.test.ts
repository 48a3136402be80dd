import { describe, expect, test } from 'vitest'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { parameter, parseForm } from '../../engine/oauth/parameters.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import { connectTo, exchangesIn, openLab, readNote, writeNote } from './connect-lab.ts'
import { NOTE, REDIRECT_URI } from './lab.ts'
import { answers, at, connectThrough, field, members, only, trapped, type Trap } from './traps.ts'

const JSON_TYPE = [['Content-Type', 'application/json']] as const
const token = at('/token')
const answersWith = (difference: object): Trap => only(token, members(difference))

/** Answers that are in order, though they say less than ours, or say it otherwise. */
const inOrder: readonly [title: string, trap: Trap][] = [
  ['without expires_in', answersWith({ expires_in: undefined })],
  ['without scope', answersWith({ scope: undefined })],
  ['with a narrower scope than was asked for', answersWith({ scope: 'notes:read' })],
  ['with an empty scope', answersWith({ scope: '' })],
  ['with another spelling of Bearer', answersWith({ token_type: 'bEaReR' })],
  ['with members that nobody knows', answersWith({ id_token: 'x.y.z', example: [1] })],
  ['as application/json in capitals', only(token, field('Content-Type', 'Application/JSON'))],
  [
    'with a charset',
    only(token, field('Content-Type', 'application/json;charset=UTF-8')),
  ],
  ['that may be kept', only(token, field('Cache-Control'))],
]

describe.each(revisions)('OAuth 2.1 draft-13 §3.2.3 a token response, MCP %s', (revision) => {
  test.each(inOrder)('%s is accepted, and can be refreshed', async (_, trap) => {
    const errands = [readNote, { wait: 900 }, readNote] as const
    const { ending, results } = await connectThrough({ revision }, [trap], { errands })
    expect(ending.ending).toBe('completed')
    expect(results).toEqual([NOTE.text, NOTE.text])
  })

  test('without a refresh token: when it has expired the owner is asked again', async () => {
    const errands = [readNote, { wait: 900 }, readNote] as const
    const traps = [answersWith({ refresh_token: undefined })]
    const { ending, log } = await connectThrough({ revision }, traps, { errands })
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'open-browser')).toHaveLength(2)
  })

  test('without a new refresh token: the old one goes on', async () => {
    const errands = [readNote, { wait: 900 }, readNote, { wait: 900 }, readNote] as const
    const renewed: Trap = {
      answered: (answer, { body = '' }) =>
        body.includes('grant_type=refresh_token')
          ? members({ refresh_token: undefined }).answered!(answer, {} as never)
          : answer,
    }
    const forget = ['as/refresh-rotated']
    const { ending, log } = await connectThrough({ revision, forget }, [only(token, renewed)], {
      errands,
    })
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'refresh-request')).toHaveLength(2)
  })

  test.each<[string, Trap, string]>([
    ['of a type nobody knows', answersWith({ token_type: 'DPoP' }), 'client/token-type-bearer'],
    ['without a type', answersWith({ token_type: undefined }), 'client/token-response-readable'],
    ['without a token', answersWith({ access_token: undefined }), 'client/token-response-readable'],
    ['with an empty token', answersWith({ access_token: '' }), 'client/token-response-readable'],
    ['that is a form', only(token, field('Content-Type', 'application/x-www-form-urlencoded')), 'client/token-response-readable'],
    ['with another status', only(token, answers(202, '{}', JSON_TYPE)), 'client/token-response-readable'],
  ])('%s is refused', async (_, trap, by) => {
    const { ending } = await connectThrough({ revision }, [trap])
    expect(ending).toMatchObject({ ending: 'refused', by })
  })

  test('with a narrower scope, and more is needed: the client asks once more where it knows how', async () => {
    const errands = [readNote, writeNote] as const
    const { ending } = await connectThrough({ revision }, [answersWith({ scope: 'notes:read' })], {
      errands,
    })
    expect(ending.ending).toBe(has(revision, 'step-up') ? 'completed' : 'refused')
  })

  test('RFC 6749 §4.1.3 from a server of OAuth 2.0, which wants the redirect URI again', async () => {
    const wanting: Trap = {
      answered: (answer, { body = '' }) => {
        const form = parseForm(body)
        const redeems = parameter(form, 'grant_type') === 'authorization_code'
        return redeems && parameter(form, 'redirect_uri') !== REDIRECT_URI
          ? { status: 400, headers: JSON_TYPE, body: '{"error":"invalid_grant"}' }
          : answer
      },
    }
    const { ending } = await connectThrough({ revision }, [only(token, wanting)])
    expect(ending.ending).toBe('completed')
  })
})

/** Has the browser come back with another URL than the one it was sent to. */
const comingBack = async (
  revision: Revision,
  change: (callback: URL) => void,
  { promised = true, deny = false } = {},
) => {
  const lab = openLab({ revision })
  const unpromised = only(
    at('/oauth-authorization-server'),
    members({ authorization_response_iss_parameter_supported: undefined }),
  )
  const connection = await connectTo(lab, {
    network: trapped(inPageNetwork(lab.handlers), promised ? [] : [unpromised]),
    openBrowser: async (url) => {
      const choices = { signIn: 'right-password', consent: deny ? 'deny' : 'allow' } as const
      const callback = await lab.browse(new URL(url), REDIRECT_URI, choices)
      change(callback)
      return callback.href
    },
  })
  return { ...connection, issuer: lab.issuer, redeemed: exchangesIn(connection).some((one) => one.includes('/token')) }
}

const setIss = (iss: string | undefined) => (callback: URL) => {
  if (iss === undefined) callback.searchParams.delete('iss')
  else callback.searchParams.set('iss', iss)
}

// The last `iss` goes with whatever else is said: a mix-up is not made better by an error.
const foreign = [
  'https://evil.example',
  'https://auth.example/',
  'https://auth.example:443',
  'https://AUTH.example',
  'HTTPS://auth.example',
  'https://auth.example/tenant1',
  'auth.example',
]

describe('MCP 2026-07-28 Authorization Response Validation', () => {
  const revision = '2026-07-28'

  test.each<[boolean, string | undefined, 'completed' | 'refused']>([
    [true, 'https://auth.example', 'completed'],
    [true, undefined, 'refused'],
    [true, '', 'refused'],
    [false, 'https://auth.example', 'completed'],
    [false, undefined, 'completed'],
    ...foreign.flatMap((iss): [boolean, string, 'refused'][] => [
      [true, iss, 'refused'],
      [false, iss, 'refused'],
    ]),
  ])('promised: %s, iss: %s: %s', async (promised, iss, expected) => {
    const { ending, redeemed } = await comingBack(revision, setIss(iss), { promised })
    expect(ending.ending).toBe(expected)
    expect(redeemed).toBe(expected === 'completed')
    if (expected === 'refused') expect(ending.by).toBe('client/iss-matches')
  })

  test('an error that names its issuer is heard', async () => {
    const { ending } = await comingBack(revision, () => {}, { deny: true })
    expect(ending.client).toBe(
      'The authorization server sent the owner back with an error: access_denied.',
    )
  })

  test.each([undefined, ...foreign])('an error with iss %s is not acted on, nor shown', async (iss) => {
    const { ending } = await comingBack(revision, setIss(iss), { deny: true })
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/iss-matches' })
    expect(`${ending.sentence} ${ending.client}`).not.toContain('access_denied')
  })

  test('iss twice is no iss', async () => {
    const { ending, redeemed } = await comingBack(revision, (callback) =>
      callback.searchParams.append('iss', 'https://evil.example'),
    )
    expect(ending.ending).toBe('refused')
    expect(redeemed).toBe(false)
  })
})

describe.each(revisions.filter((one) => !has(one, 'response-issuer')))(
  'MCP %s, which does not know iss',
  (revision) => {
    test('OAuth 2.1 draft-13 §4.1.2 ignores it', async () => {
      const { ending } = await comingBack(revision, setIss('https://evil.example'))
      expect(ending.ending).toBe('completed')
    })
  },
)

describe.each(revisions)('OAuth 2.1 draft-13 §2.3.3 the state that comes back, MCP %s', (revision) => {
  test.each<[string, (callback: URL) => void]>([
    ['another', (callback) => callback.searchParams.set('state', 'another')],
    ['none', (callback) => callback.searchParams.delete('state')],
    ['two', (callback) => callback.searchParams.append('state', 'another')],
  ])('%s: the code is not redeemed', async (_, change) => {
    const { ending, redeemed } = await comingBack(revision, change)
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/state-matches' })
    expect(redeemed).toBe(false)
  })
})
