import { describe, expect, test } from 'vitest'
import { transition, initialTransition, type AnyStateMachine } from 'xstate'
import { code } from '../../engine/machines/code.ts'
import { handshake } from '../../engine/machines/handshake.ts'
import { interaction } from '../../engine/machines/interaction.ts'
import { player } from '../../engine/machines/player.ts'
import { tokenFamily } from '../../engine/machines/token-family.ts'
import { refs } from '../../engine/spec/refs.ts'
import { shortestWays, statesOf, walk, type Events } from './walk.ts'

const named = (...types: string[]) => types.map((type) => ({ type }))
const CHARTS: [name: string, AnyStateMachine, Events][] = [
  [
    'interaction',
    interaction,
    named(
      'owner.signed-in',
      'owner.not-recognised',
      'owner.allowed',
      'owner.denied',
      'code.issued',
    ),
  ],
  ['code', code, named('code.redeemed', 'code.presented-again', 'code.expired')],
  ['tokenFamily', tokenFamily, named('token.rotated', 'token.reused', 'code.replayed')],
]
const SHOWN: [string, AnyStateMachine][] = [
  ...CHARTS.map(([name, machine]): [string, AnyStateMachine] => [name, machine]),
  ['handshake', handshake],
]

describe.each([...SHOWN, ['player', player] as [string, AnyStateMachine]])(
  'the chart %s',
  (_, machine) => {
    test('describes each of its states in a sentence', () => {
      for (const { id, description } of statesOf(machine))
        expect(`${id}: ${description}`).toMatch(/: [A-Z].*[a-z]\.$/)
    })

    test('has no state of the same name as another beside it, and no two descriptions alike', () => {
      const descriptions = statesOf(machine).map(({ description }) => description)
      expect(new Set(descriptions).size).toBe(descriptions.length)
    })
  },
)

test.each(SHOWN)('the chart %s cites a section for each of its states', (_, machine) => {
  for (const { id, meta } of statesOf(machine))
    expect([id, Object.hasOwn(refs, String(meta?.['ref']))]).toEqual([id, true])
})

describe.each(CHARTS)('the chart %s', (_, machine, events) => {
  const { reached, places } = walk(machine, events)

  test('is walked from its beginning to every one of its states', () => {
    expect([...places].toSorted()).toEqual(
      statesOf(machine)
        .map(({ key }) => key)
        .toSorted(),
    )
  })

  test('has a way on from every state that is not final, and none from those that are', () => {
    for (const { snapshot, place, onwards } of reached)
      expect([place, onwards.some((next) => next !== place)]).toEqual([
        place,
        snapshot.status === 'active',
      ])
  })
})

describe('the endings of each life', () => {
  test('OAuth 2.1 draft-13 §4.1.2 a code', () => {
    const ways = shortestWays(code, CHARTS[1]![2])
    expect(ways.get('replayed')).toEqual(['code.redeemed', 'code.presented-again'])
    expect(ways.get('expired')).toEqual(['code.expired'])
  })

  test('OAuth 2.1 draft-13 §4.1 an interaction: no code without a sign-in and a consent', () => {
    const ways = shortestWays(interaction, CHARTS[0]![2])
    expect(ways.get('issued')).toEqual(['owner.signed-in', 'owner.allowed', 'code.issued'])
    // A proxy asks before anybody has signed in.
    expect(ways.get('denied')).toEqual(['owner.denied'])
  })

  test('RFC 9700 §4.14.2 a family: nothing brings a revoked one back', () => {
    const [start] = initialTransition(tokenFamily)
    const [revoked] = transition(tokenFamily, start, { type: 'token.reused' })
    for (const type of ['token.rotated', 'token.reused', 'code.replayed'] as const)
      expect(transition(tokenFamily, revoked, { type })[0].value).toBe('revoked')
  })
})
