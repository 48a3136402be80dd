import { describe, expect, test } from 'vitest'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { has } from '../../engine/spec/differences.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import { connectTo, exchangesIn, openLab } from './connect-lab.ts'
import { REDIRECT_URI } from './lab.ts'
import { at, members, only, trapped } from './traps.ts'

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
      const choices = { signIn: ['right-password'], consent: [deny ? 'deny' : 'allow'] } as const
      const callback = await lab.browse(new URL(url), REDIRECT_URI, choices)
      change(callback)
      return callback.href
    },
  })
  return {
    ...connection,
    issuer: lab.issuer,
    redeemed: exchangesIn(connection).some((one) => one.includes('/token')),
  }
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

// One check looks whether there is a name, one whose it is, one how it is spelled.
const refuser = (iss: string | undefined) =>
  iss === undefined || iss === ''
    ? 'client/iss-when-promised'
    : /^https:\/\/auth\.example(\/|:443)?$/i.test(iss)
      ? 'client/iss-compared-exactly'
      : 'client/iss-matches'

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
    expect(ending.by).toBe(expected === 'refused' ? refuser(iss) : undefined)
  })

  test('an error that names its issuer is heard', async () => {
    const { ending } = await comingBack(revision, () => {}, { deny: true })
    expect(ending.client).toBe(
      'The authorization server sent the owner back with an error: access_denied.',
    )
  })

  test.each([undefined, ...foreign])(
    'an error with iss %s is not acted on, nor shown',
    async (iss) => {
      const { ending } = await comingBack(revision, setIss(iss), { deny: true })
      expect(ending).toMatchObject({ ending: 'refused', by: refuser(iss) })
      expect(`${ending.sentence} ${ending.client}`).not.toContain('access_denied')
    },
  )

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

describe.each(revisions)(
  'OAuth 2.1 draft-13 §2.3.3 the state that comes back, MCP %s',
  (revision) => {
    test.each<[string, (callback: URL) => void]>([
      ['another', (callback) => callback.searchParams.set('state', 'another')],
      ['none', (callback) => callback.searchParams.delete('state')],
    ])('%s: the code is not redeemed', async (_, change) => {
      const { ending, redeemed } = await comingBack(revision, change)
      expect(ending).toMatchObject({ ending: 'refused', by: 'client/state-matches' })
      expect(redeemed).toBe(false)
    })

    // Response parameters MUST NOT come more than once either (RFC 6749 §3.1): of two nobody knows which was meant.
    test.each(['state', 'code'])('%s twice: no code is redeemed', async (name) => {
      const { ending, redeemed } = await comingBack(revision, (callback) =>
        callback.searchParams.append(name, 'another'),
      )
      expect(ending.ending).toBe('refused')
      expect(redeemed).toBe(false)
    })
  },
)
