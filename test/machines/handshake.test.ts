import { describe, expect, test } from 'vitest'
import { transition, type AnyMachineSnapshot, type EventObject } from 'xstate'
import type { HandshakeFacts, Progress } from '../../engine/machines/handshake-facts.ts'
import { MOST_AUTHORIZATIONS } from '../../engine/machines/handshake-setup.ts'
import { handshake } from '../../engine/machines/handshake.ts'
import { revisions, type Revision } from '../../engine/spec/revisions.ts'
import { honest } from '../spec/play.ts'
import { placeOf, shortestWays, statesOf, walk } from './walk.ts'

const inputFor = (
  revision: Revision,
  transport: HandshakeFacts['transport'] = 'http',
): HandshakeFacts => ({
  serverUrl: 'https://notes.example/mcp',
  revision,
  transport,
  errands: [{ call: 'read_note', arguments: {} }],
  results: [],
})
const done = (facts: Partial<HandshakeFacts> = {}): Progress => ({ kind: 'done', facts })
const stale: Progress = { kind: 'unauthorized', facts: { turnedAway: 1 } }
const THROUGH = { turnedAway: 0 }

/** What each step can come to, besides a refusal and an error. */
const OUTCOMES: Readonly<Record<string, readonly Progress[]>> = {
  knock: [done(), { kind: 'admitted', facts: {} }],
  fetchResourceMetadata: [done(), { kind: 'elsewhere', facts: {} }],
  fetchServerMetadata: [done(), done({ endpointsAssumed: true }), { kind: 'elsewhere', facts: {} }],
  lookUpRegistration: [
    done(),
    ...(['hand', 'document', 'itself'] as const).map((registeredBy) =>
      done({ registration: { client_id: 'quill' }, registeredBy }),
    ),
  ],
  redeemCode: [done({ tokens: { access_token: 'one', token_type: 'Bearer' } })],
  refreshTokens: [done(), { kind: 'lapsed', facts: {} }],
  launch: [done({ launched: true })],
  initialize: [done({ session: { id: 'one', protocolVersion: '2025-06-18' }, ...THROUGH }), stale],
  announceReady: [done({ announced: true, ...THROUGH }), stale],
  listTools: [done({ tools: ['read_note'], ...THROUGH }), stale],
  runErrand: [
    done({ errands: [], ...THROUGH }),
    stale,
    { kind: 'forbidden', facts: { stepUps: 1 } },
  ],
}
const REFUSED: Progress = { kind: 'refused', facts: { gaveUp: 'It stopped.' } }

/** Whatever can come of the step that is under way. */
const events = (snapshot: AnyMachineSnapshot): EventObject[] =>
  snapshot._nodes.flatMap(({ invoke }) =>
    invoke.flatMap(({ id, src }) => [
      ...[...(OUTCOMES[String(src)] ?? [done()]), REFUSED].map((output) => ({
        type: `xstate.done.actor.${id}`,
        output,
      })),
      { type: `xstate.error.actor.${id}`, error: new Error('a defect') },
    ]),
  )

const ENDINGS = ['completed', 'refused', 'broken']
const passedThrough = statesOf(handshake).filter(({ always }) => (always?.length ?? 0) > 0)
const stayedIn = statesOf(handshake)
  .filter((node) => node.type !== 'compound' && !passedThrough.includes(node))
  .map(({ path }) => path.join('.'))

const SESSIONS = ['toolCall.initializing', 'toolCall.announcing']
const LOCAL = ['toolCall.launching']
/** The states that a revision of MCP has no use for, over HTTP. */
const unusedIn = (revision: Revision) => [
  ...LOCAL,
  ...(revision === '2025-03-26' ? ['discovery.readingResourceMetadata'] : []),
  ...(revision === '2026-07-28' ? SESSIONS : []),
]

describe.each(revisions)(
  'MCP %s Authorization - Authorization Flow Steps, the spine',
  (revision) => {
    const input = inputFor(revision)
    const { reached, places } = walk(handshake, events, input)
    const used = stayedIn.filter((place) => !unusedIn(revision).includes(place))

    test('gets to every state that this revision has a use for, and to no other', () => {
      expect([...places].toSorted()).toEqual(used.toSorted())
    })

    test('gets from every state to a refusal, to a defect, and further', () => {
      for (const place of used.filter((one) => !ENDINGS.includes(one)))
        for (const { onwards } of reached.filter((one) => one.place === place)) {
          expect([place, onwards.includes('refused'), onwards.includes('broken')]).toEqual([
            place,
            true,
            true,
          ])
          expect(
            onwards.some((next) => next !== place && !['refused', 'broken'].includes(next)),
          ).toBe(true)
        }
    })

    test('stays where it ended', () => {
      for (const { place, snapshot, onwards } of reached)
        expect(ENDINGS.includes(place)).toBe(snapshot.status === 'done' && onwards.length === 0)
    })

    test.each(ENDINGS)('can end %s', (ending) => {
      expect(shortestWays(handshake, events, input).has(ending)).toBe(true)
    })

    test('a token that is not accepted the moment after it was made ends it', () => {
      const after = reached.filter(
        ({ place, snapshot }) =>
          place.startsWith('toolCall') &&
          snapshot.context.turnedAway === 1 &&
          snapshot.context.tokens,
      )
      expect(after.length).toBeGreaterThan(0)
      for (const { onwards } of after) expect(onwards).not.toContain('refresh.refreshing')
    })
  },
)

describe('the spine, whatever the revision', () => {
  test('passes through some states, each by a choice whose last branch is always open', () => {
    expect(passedThrough.map(({ path }) => path.join('.'))).toEqual([
      'settingOut',
      'discovery.locating',
      'discovery.assumingEndpoints',
      'registration.deciding',
      'registration.preRegistered',
      'registration.selfDescribed',
      'registration.skipped',
      'toolCall.resuming',
      'toolCall.choosing',
    ])
    for (const { always } of passedThrough) expect(always?.at(-1)?.guard).toBeUndefined()
  })

  test('asks the owner no more often than it may', () => {
    const lapsed: Progress = { kind: 'lapsed', facts: { gaveUp: 'It lapsed.' } }
    for (const [authorizations, next] of [
      [MOST_AUTHORIZATIONS - 1, 'authorization.waitingForOwner'],
      [MOST_AUTHORIZATIONS, 'refused'],
    ] as const) {
      const start = handshake.resolveState({
        value: { refresh: 'refreshing' },
        context: { ...inputFor('2025-11-25'), authorizations },
      })
      const type = 'xstate.done.actor.0.handshake.refresh.refreshing'
      const [there] = transition(handshake, start, { type, output: lapsed } as never)
      expect(placeOf(there)).toBe(next)
    }
  })

  test.each(revisions)(
    'MCP %s Authorization - Protocol Requirements, a program needs none of this',
    (revision) => {
      const { places } = walk(handshake, events, inputFor(revision, 'stdio'))
      const first = shortestWays(handshake, events, inputFor(revision, 'stdio')).get('completed')!
      expect(first[0]).toBe('xstate.done.actor.0.handshake.toolCall.launching')
      expect(first.join()).not.toMatch(/discovery|registration|authorization|tokenExchange/)
      expect(places).toContain('toolCall.launching')
    },
  )

  test('an honest run enters no state that the chart does not have', () => {
    const known = new Set(statesOf(handshake).map(({ path }) => path.join('.')))
    const entered = honest.run.transitions.filter(({ machine }) => machine === 'handshake')
    for (const { state } of entered) expect(known).toContain(state)
  })
})
