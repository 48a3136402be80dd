import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../engine/decisions.ts'
import { header } from '../../engine/wire/headers.ts'
import type { PartyId, WireMessage } from '../../engine/wire/message.ts'
import { OWNER } from '../../engine/world.ts'
import { registrationsIn } from '../../engine/registration.ts'
import type { RunInput } from '../../engine/input.ts'
import { revisions } from '../../engine/spec/revisions.ts'
import { honest, play } from '../spec/play.ts'
import { allChoices, anyFault } from './any-decision.ts'

/** Who may hold a kind of secret. */
const HOLDERS = {
  password: ['owner', 'user-agent', 'authorization-server'],
  verifier: ['client', 'authorization-server'],
  refresh: ['client', 'authorization-server', 'vault'],
  access: ['client', 'authorization-server', 'vault', 'mcp-server'],
  client: ['client', 'authorization-server', 'vault'],
} as const satisfies Record<string, readonly PartyId[]>
type Kind = keyof typeof HOLDERS
type Setting = Pick<RunInput, 'revision' | 'registration'>

const bodyOf = (message: WireMessage): string =>
  message.kind === 'request'
    ? (message.request.body ?? '')
    : message.kind === 'response'
      ? message.response.body
      : ''

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, value]) => value!)

/** Every secret that came up in a run. */
const secretsOf = (log: readonly WireMessage[]): Record<Kind, string[]> => {
  const bodies = log
    .filter(({ fate }) => fate !== 'edited')
    .map(bodyOf)
    .join('\n')
  return {
    password: [OWNER.password],
    verifier: all(bodies, /code_verifier=([\w.~-]{43,})/g),
    refresh: all(bodies, /"refresh_token":"([^"]{20,})"/g),
    access: all(bodies, /"access_token":"([^"]{20,})"/g),
    client: clientSecretsIn(log),
  }
}

/** The client's secret as it is, and as Basic authentication carries it. */
const clientSecretsIn = (log: readonly WireMessage[]): string[] => {
  const vault = log.filter(({ kind, name }) => kind === 'act' && name === 'vault-entry')
  return all(JSON.stringify(vault), /"client_id":"([^"]+)"/g).flatMap((id) =>
    all(JSON.stringify(vault), /"client_secret":"([^"]+)"/g).flatMap((secret) => [
      secret,
      btoa(`${id}:${secret}`),
    ]),
  )
}

const addressesOf = (message: WireMessage): string[] => {
  if (message.kind === 'request') return [message.request.url]
  if (message.kind === 'response') return [header(message.response.headers, 'Location') ?? '']
  return [String(message.local.content['url'] ?? '')]
}

const expectKept = (log: readonly WireMessage[]) => {
  const secrets = secretsOf(log)
  for (const message of log) {
    const whole = JSON.stringify(message)
    for (const [kind, values] of Object.entries(secrets) as [Kind, string[]][])
      for (const secret of values) {
        for (const address of addressesOf(message)) expect(address).not.toContain(secret)
        const holders: readonly PartyId[] = HOLDERS[kind]
        if (!holders.includes(message.from) || !holders.includes(message.to))
          expect(whole).not.toContain(secret)
      }
  }
}

const at = fc.integer({ min: 1, max: Math.ceil(honest.log.length * 1.5) })
const part = fc.constantFrom(
  'body',
  'header.Location',
  'header.Set-Cookie',
  'header.Content-Type',
  'status',
)
const value = fc.oneof(
  fc.string(),
  fc.constantFrom('https://evil.example/', '302', '307', '401', '403', '{}'),
)
const decision: fc.Arbitrary<Decision> = fc.oneof(
  { weight: 4, arbitrary: anyFault(at, part, value) },
  { weight: 1, arbitrary: fc.constantFrom(...allChoices) },
)
const kinds: Setting[] = revisions.flatMap((revision) =>
  registrationsIn(revision).map((registration) => ({ revision, registration })),
)

describe('a secret stands in no address, and reaches nobody who should not have it', () => {
  test('the honest run has one of each kind, and the law is not empty', () => {
    const { password, verifier, refresh, access } = secretsOf(honest.log)
    expect([password, verifier, refresh, access].map(({ length }) => length)).toEqual([1, 1, 2, 2])
    expectKept(honest.log)
  })

  test.each(kinds)('in an honest run of MCP $revision, $registration', async (kind) => {
    const { log } = await play([], [], 'first-contact', kind)
    const secrets = secretsOf(log)
    expect(secrets.client).toHaveLength(kind.registration?.startsWith('client-secret') ? 2 : 0)
    expect(secrets.refresh.length).toBeGreaterThan(0)
    expectKept(log)
  })

  test('the law sees a token in an address', async () => {
    const { log } = await play([], ['client/bearer-in-header'])
    expect(() => expectKept(log)).toThrow('not to contain')
  })

  test('whatever goes wrong, in every revision and with every registration', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.array(decision, { maxLength: 3 }),
        async (kind, given) => {
          const { log, ending } = await play(given, [], 'first-contact', kind)
          expect(['completed', 'refused']).toContain(ending.ending)
          expectKept(log)
        },
      ),
      { numRuns: 250 },
    )
  }, 120_000)

  test.each(['denied', 'wrong password', 'held registration'])(
    'when the story goes: %s',
    async (story) => {
      const given: Decision =
        story === 'denied'
          ? { kind: 'consent', choice: 'deny' }
          : story === 'wrong password'
            ? { kind: 'sign-in', choice: 'wrong-password' }
            : { kind: 'registration', choice: 'held' }
      expectKept((await play([given])).log)
    },
  )

  test('no secret stands in what a check says it found, nor in an error', () => {
    const { password, refresh, access, verifier } = secretsOf(honest.log)
    const said = JSON.stringify(
      honest.log.flatMap(({ findings }) => findings.filter(({ check }) => !/verifier/.test(check))),
    )
    for (const secret of [...password, ...access, ...verifier]) expect(said).not.toContain(secret)
    const errors = honest.log.filter((one) => one.kind === 'response' && one.response.status >= 400)
    for (const secret of [...password, ...refresh, ...access, ...verifier])
      expect(JSON.stringify(errors.map((one) => bodyOf(one)))).not.toContain(secret)
  })
})
