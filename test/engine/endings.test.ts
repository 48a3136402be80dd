import { describe, expect, test } from 'vitest'
import type { Decision } from '../../engine/decisions.ts'
import { edit, honest, messageNamed, play } from '../spec/play.ts'

describe('who decided an ending', () => {
  test.each(honest.log.map(({ id, name }) => [id, name] as const))(
    'is nobody when message %i, a %s, is lost',
    async (at) => {
      const { ending } = await play([{ kind: 'drop', at }])
      expect(ending.ending).not.toBe('broken')
      // A key set that never came is a reason to refuse a token, and to ask for a new one.
      expect(ending.by).toBeUndefined()
      expect(ending.sentence).toMatch(/No answer|never came back|what they asked for/)
    },
  )

  test.each<[string, Decision]>([
    ['closes the window at the sign-in page', { kind: 'sign-in', choice: 'close-window' }],
    ['closes the window at the consent page', { kind: 'consent', choice: 'close-window' }],
  ])('is no check when the owner %s', async (_, decision) => {
    const { ending } = await play([decision])
    expect([ending.ending, ending.by]).toEqual(['refused', undefined])
    expect(ending.sentence).toBe(
      'The browser never came back with an answer that the client could use.',
    )
  })

  test.each<[string, Decision, string, string]>([
    [
      'the owner’s refusal',
      { kind: 'consent', choice: 'deny' },
      'as/consent-given',
      'consent-request',
    ],
    [
      'a wrong password',
      { kind: 'sign-in', choice: 'wrong-password' },
      'as/owner-authenticated',
      'sign-in-request',
    ],
    [
      'a forgotten client',
      { kind: 'registration', choice: 'forgotten-by-server' },
      'as/client-known',
      'authorization-request',
    ],
  ])('is the check that saw %s', async (_, decision, by, name) => {
    const { ending, log } = await play([decision])
    expect([ending.ending, ending.by]).toEqual(['refused', by])
    expect(log[ending.at! - 1]?.name).toBe(name)
  })

  test('is the second refusal when a new token is refused as well', async () => {
    const at = messageNamed('refresh-response').id
    const { ending, log } = await play([{ kind: 'delay', at, seconds: 1_000 }])
    expect([ending.by, log[ending.at! - 1]?.state]).toEqual(['rs/not-expired', 'toolCall.calling'])
    expect(ending.client).toBe('The MCP server does not accept the access token.')
  })

  test('is no check when an answer is merely unreadable', async () => {
    const { ending } = await play([edit('mcp-response', 'body', 'hello')])
    expect([ending.ending, ending.by]).toEqual(['refused', undefined])
  })
})

describe('RFC 6750 §3.1 the client goes on where its token was turned away', () => {
  test.each(['token-response', 'vault-write', 'mcp-request'] as const)(
    'when a %s was so late that no session was opened yet',
    async (name) => {
      const nth = name === 'token-response' ? 1 : 2
      const at = messageNamed(name, nth).id
      const { ending, run } = await play([{ kind: 'delay', at, seconds: 1_000 }])
      expect(ending.ending).toBe('completed')
      const states = run.transitions.map(({ state }) => state)
      const refreshed = states.indexOf('refresh.refreshing')
      expect(states.slice(0, refreshed)).toContain('toolCall.initializing')
      expect(states.slice(refreshed)).toContain('toolCall.initializing')
    },
  )

  test('when the key set did not come the first time', async () => {
    const { ending, log } = await play([{ kind: 'drop', at: messageNamed('jwks').id }])
    expect(ending.ending).toBe('completed')
    expect(log.filter(({ name }) => name === 'jwks-request').length).toBe(2)
  })

  test('when the first challenge of two is not for it', async () => {
    const challenge = 'Basic realm="a", Bearer error="invalid_token"'
    const { ending } = await play([edit('mcp-challenge', 'header.WWW-Authenticate', challenge, 2)])
    expect(ending.ending).toBe('completed')
  })
})
