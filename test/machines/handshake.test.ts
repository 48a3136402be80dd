import { describe, expect, test } from 'vitest'
import type { AnyMachineSnapshot, EventObject } from 'xstate'
import type { HandshakeFacts, Progress } from '../../engine/machines/handshake-facts.ts'
import { handshake } from '../../engine/machines/handshake.ts'
import { phases } from '../../engine/wire/message.ts'
import { honest } from '../spec/play.ts'
import { shortestWays, statesOf, walk } from './walk.ts'

const INPUT: HandshakeFacts = {
  serverUrl: 'https://notes.example/mcp',
  errands: [{ call: 'read_note', arguments: {} }],
  results: [],
}
const done = (facts: Partial<HandshakeFacts> = {}): Progress => ({ kind: 'done', facts })

/** What each step can come to, besides a refusal and an error. */
const OUTCOMES: Readonly<Record<string, readonly Progress[]>> = {
  lookUpRegistration: [done(), done({ registration: { client_id: 'quill' } })],
  initialize: [
    done({ session: { id: 'one', protocolVersion: '2025-06-18' } }),
    { kind: 'unauthorized', facts: {} },
  ],
  announceReady: [done({ announced: true }), { kind: 'unauthorized', facts: {} }],
  listTools: [done({ tools: ['read_note'] }), { kind: 'unauthorized', facts: {} }],
  runErrand: [done({ errands: [] }), { kind: 'unauthorized', facts: {} }],
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
const { reached, places } = walk(handshake, events, INPUT)
const passedThrough = statesOf(handshake).filter(({ always }) => (always?.length ?? 0) > 0)
const stayedIn = statesOf(handshake).filter(
  (node) => node.type !== 'compound' && !passedThrough.includes(node),
)

describe('MCP 2025-06-18 Authorization - Authorization Flow Steps, the spine', () => {
  test('gets to every one of its states', () => {
    expect([...places].toSorted()).toEqual(stayedIn.map(({ path }) => path.join('.')).toSorted())
  })

  test('passes through the others, each by a choice whose last branch is always open', () => {
    expect(passedThrough.map(({ path }) => path.join('.'))).toEqual([
      'registration.deciding',
      'registration.skipped',
      'toolCall.choosing',
      'refresh.resuming',
    ])
    for (const { always } of passedThrough) expect(always?.at(-1)?.guard).toBeUndefined()
  })

  test.each(stayedIn.map(({ path }) => path.join('.')).filter((place) => !ENDINGS.includes(place)))(
    'gets from %s to a refusal, to a defect, and further',
    (place) => {
      const here = reached.filter((one) => one.place === place)
      for (const { onwards } of here) {
        expect(onwards).toContain('refused')
        expect(onwards).toContain('broken')
        expect(
          onwards.some((next) => next !== place && !['refused', 'broken'].includes(next)),
        ).toBe(true)
      }
    },
  )

  test('stays where it ended', () => {
    for (const { place, snapshot, onwards } of reached)
      expect(ENDINGS.includes(place)).toBe(snapshot.status === 'done' && onwards.length === 0)
  })

  test.each(ENDINGS)('can end %s', (ending) => {
    expect(shortestWays(handshake, events, INPUT).has(ending)).toBe(true)
  })

  test('completes by no way shorter than through every phase but the refresh', () => {
    const way = shortestWays(handshake, events, INPUT).get('completed')!
    const walked = way.map(
      (type) => type.replace('xstate.done.actor.0.handshake.', '').split('.')[0],
    )
    expect([...new Set(walked)]).toEqual(phases.filter((phase) => phase !== 'refresh'))
  })

  test('never tries for ever: a second refusal of a new token ends it', () => {
    const again = ['reopening', 'reannouncing', 'relisting', 'repeating']
    for (const name of again) {
      const { onwards } = reached.find(({ place }) => place === `refresh.${name}`)!
      expect(onwards).not.toContain('refresh.refreshing')
    }
  })

  test('an honest run enters no state that the chart does not have', () => {
    const known = new Set(statesOf(handshake).map(({ path }) => path.join('.')))
    const entered = honest.run.transitions.filter(({ machine }) => machine === 'handshake')
    for (const { state } of entered) expect(known).toContain(state)
  })
})
