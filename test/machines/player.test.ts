import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import { player } from '../../engine/machines/player.ts'
import { walk } from './walk.ts'

const EVENTS = [
  { type: 'played' },
  { type: 'paused' },
  { type: 'ticked' },
  { type: 'sought', place: 2 },
  { type: 'loaded', length: 3 },
] as const

describe('the player', () => {
  test('gets from every place to every other, and is never stuck', () => {
    const { reached, places } = walk(player, EVENTS, { place: 0, length: 3 })
    expect([...places].toSorted()).toEqual(['paused', 'playing'])
    for (const { onwards } of reached) expect(new Set(onwards)).toContain('paused')
    for (const { place, onwards } of reached)
      expect(place === 'playing' || onwards.includes('playing')).toBe(true)
  })

  test('plays to the end, and then stands still', () => {
    const actor = createActor(player, { input: { place: 0, length: 2 } }).start()
    const seen = (['played', 'ticked', 'ticked', 'ticked'] as const).map((type) => {
      actor.send({ type })
      const { value, context } = actor.getSnapshot()
      return [value, context.place]
    })
    expect(seen).toEqual([
      ['playing', 0],
      ['playing', 1],
      ['paused', 2],
      ['paused', 2],
    ])
    actor.send({ type: 'played' })
    expect(actor.getSnapshot().context.place).toBe(0)
  })

  test.each([NaN, Infinity, -Infinity, -1, 1.5, 1e9])(
    'is sent to %d, and stays in the log',
    (place) => {
      const actor = createActor(player, { input: { place: 0, length: 3 } }).start()
      actor.send({ type: 'sought', place })
      expect([0, 1, 2, 3]).toContain(actor.getSnapshot().context.place)
    },
  )

  test('never leaves the log, wherever it is sent', () => {
    const anything = fc.oneof(
      fc.constantFrom(
        { type: 'played' as const },
        { type: 'paused' as const },
        { type: 'ticked' as const },
      ),
      fc.record({ type: fc.constant('sought' as const), place: fc.double() }),
      fc.record({ type: fc.constant('loaded' as const), length: fc.nat({ max: 60 }) }),
    )
    fc.assert(
      fc.property(fc.array(anything), (events) => {
        const actor = createActor(player, { input: { place: 0, length: 48 } }).start()
        for (const event of events) actor.send(event)
        const { place, length } = actor.getSnapshot().context
        expect(Number.isInteger(place) && place >= 0 && place <= length).toBe(true)
      }),
    )
  })
})
