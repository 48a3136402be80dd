import { describe, expect, test } from 'vitest'
import { messageText, type Revision, type WireMessage } from '../../engine/index.ts'
import type { Scenario } from '../../engine/scenario.ts'
import { leavingApiKeys } from '../../scenarios/lessons/leaving-api-keys.ts'
import { refreshAndRotation } from '../../scenarios/lessons/refresh-and-rotation.ts'
import { scopesAndStepUp } from '../../scenarios/lessons/scopes-and-step-up.ts'
import { whenNotTo } from '../../scenarios/lessons/when-not-to.ts'
import { finished, settingsOf } from './played.ts'

// What lessons say about runs that are not on the screen: what would have happened otherwise.

const named = (log: readonly WireMessage[], name: WireMessage['name']) =>
  log.filter((message) => message.name === name)
const broken = (message: WireMessage | undefined) =>
  message?.findings.filter(({ verdict }) => verdict === 'broken').map(({ check }) => check)
const scopeIn = (message: WireMessage | undefined) =>
  new URL(messageText(message!).match(/https:\S+/)![0]).searchParams.get('scope')

describe('scopes-and-step-up says truly', () => {
  test('that with `notes:write` alone the client cannot read any more, and Sam is asked once more', async () => {
    const alone = 'Bearer error="insufficient_scope", scope="notes:write"'
    const told = await finished({ scenario: scopesAndStepUp, revision: '2025-11-25' })
    const at = named(told.run.log, 'mcp-challenge')[1]!.id
    const part = 'header.WWW-Authenticate'
    const inputs = [
      { revision: '2026-07-28', forget: ['client/step-up-union'] },
      { revision: '2025-11-25', decisions: [{ kind: 'edit', at, part, value: alone }] },
    ] as const
    for (const input of inputs) {
      const { run } = await finished({ scenario: scopesAndStepUp, ...input })
      const [, second, third] = named(run.log, 'open-browser')
      expect(scopeIn(second)?.split(' ')).not.toContain('notes:read')
      expect(scopeIn(third)?.split(' ')).toContain('notes:read')
      expect(named(run.log, 'mcp-challenge').length).toBe(3)
    }
  })

  test.each(['2025-03-26', '2025-06-18'] as const)(
    'that %s knows no way back to the owner',
    async (revision) => {
      const { revisions: _, ...anywhere } = scopesAndStepUp
      const scenario: Scenario = { ...anywhere, revision }
      const { run, ending } = await finished({ scenario })
      expect(ending).toMatchObject({ ending: 'refused', by: 'rs/scope-per-method' })
      expect(named(run.log, 'open-browser').length).toBe(1)
    },
  )

  test('that a client limits how often it tries', async () => {
    const decisions = [{ kind: 'mcp-server', choice: 'never-enough' }] as const
    const { ending } = await finished({ scenario: scopesAndStepUp, decisions })
    expect(ending).toMatchObject({ ending: 'refused', by: 'client/step-up-limited' })
  })
})

describe.each(settingsOf(refreshAndRotation))(
  'refresh-and-rotation says truly, in $revision with $registration,',
  async (setting) => {
    const scenario = refreshAndRotation
    const { run: undisturbed } = await finished({ scenario, ...setting })

    test('that every refresh brings another refresh token, to which the MCP server is blind', () => {
      const { log } = undisturbed
      const bought = [...named(log, 'token-response'), ...named(log, 'refresh-response')].map(
        (message) => /"refresh_token":"([^"]+)"/.exec(messageText(message))![1]!,
      )
      expect(new Set(bought).size).toBe(3)
      const toServer = log.filter(({ to }) => to === 'mcp-server').map(messageText)
      for (const token of bought) expect(toServer.join(' ')).not.toContain(token)
    })

    test('that a refresh that arrives twice costs the client its line, and Sam another consent', async () => {
      const [first] = named(undisturbed.log, 'refresh-request')
      const decisions = [{ kind: 'duplicate', at: first!.id }] as const
      const { run, ending } = await finished({ scenario, ...setting, decisions })
      const [, copy, second] = named(run.log, 'refresh-request')
      expect(broken(copy)).toEqual(['as/refresh-reuse-revokes-family'])
      expect(broken(second)).toEqual(['as/refresh-known'])
      expect(messageText(named(run.log, 'refresh-response')[2]!)).toContain('invalid_grant')
      expect(named(run.log, 'consent-page').length).toBe(2)
      expect(ending.ending).toBe('completed')
      // The access token that came with the first answer works all the same.
      const after = run.log.find(({ id, name }) => id > copy!.id && name === 'mcp-request')
      expect(broken(after)).toEqual([])
    })
  },
)

describe.each(settingsOf(leavingApiKeys))(
  'leaving-api-keys says truly, in $revision with $registration,',
  async (setting) => {
    const scenario = leavingApiKeys
    const { run } = await finished({ scenario, ...setting })

    test('what the audit log says before the day and after it', () => {
      const calls = run.audit.filter(({ allowed, tool }) => allowed && tool === 'read_note')
      const scope = 'notes:read notes:write'
      expect(calls[0]).toMatchObject({ account: 'sam', client: 'API key', scope })
      expect(calls[1]).toMatchObject({ account: 'sam' })
      expect(calls[1]?.client).not.toBe('API key')
      expect(calls[1]?.scope).not.toContain('notes:write')
      expect(run.audit.filter(({ by }) => by === 'rs/api-key-not-retired').length).toBe(1)
    })

    test('that every answer to a key announces the end, and no key comes after it', () => {
      const turnedAway = named(run.log, 'mcp-challenge')[0]!.id
      for (const answer of named(run.log, 'mcp-response'))
        expect(/^Sunset: .*\n/m.test(messageText(answer))).toBe(answer.id < turnedAway)
      for (const request of named(run.log, 'mcp-request'))
        expect(messageText(request).includes('X-API-Key')).toBe(request.id < turnedAway)
    })

    test('that a client stops at a 403', async () => {
      const at = named(run.log, 'mcp-challenge')[0]!.id
      const decisions = [{ kind: 'status', at, status: 403 }] as const
      const { run: stopped, ending } = await finished({ scenario, ...setting, decisions })
      expect(ending).toMatchObject({ ending: 'refused', at: at - 1 })
      expect(named(stopped.log, 'open-browser')).toEqual([])
    })
  },
)

describe.each([...new Set<Revision>(settingsOf(whenNotTo).map(({ revision }) => revision))])(
  'when-not-to says truly, in %s,',
  async (revision) => {
    const { run } = await finished({ scenario: whenNotTo, revision })

    test('that nobody takes part but the client and the program it started', () => {
      const parties = new Set(run.log.flatMap(({ from, to }) => [from, to]))
      expect([...parties].toSorted()).toEqual(['client', 'mcp-server'])
      expect(new Set(run.log.map(({ channel }) => channel))).toEqual(new Set(['local']))
    })

    test('that the key stands in the environment and in no message, and reaches further than it must', () => {
      const [start, ...rest] = run.log.map(messageText)
      const key = /NOTES_API_KEY: (\S+)/.exec(start!)![1]!
      for (const text of rest) expect(text).not.toContain(key)
      expect(run.audit.at(-1)?.scope).toBe('notes:read notes:write')
    })
  },
)
