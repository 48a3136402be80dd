import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Station } from '../../web/workshop/known.ts'
import { MINUTE } from '../../web/workshop/progress.ts'
import { minutesLate, standingAt, timetable } from '../../web/workshop/timetable.ts'

const station = (minutes: number): Station => ({ kind: 'exercise', id: 'spot-it', minutes })
const begins = Date.parse('2026-11-29T09:00:00Z')
const slots = timetable([station(20), station(10)], begins)
const after = (minutes: number) => begins + minutes * MINUTE

describe('a timetable', () => {
  test('puts one station after the other', () => {
    expect(slots.map(({ from, until }) => [from, until])).toEqual([
      [after(0), after(20)],
      [after(20), after(30)],
    ])
  })

  test.each([
    [-0.5, { kind: 'before', minutesUntil: 1 }],
    [0, { kind: 'at', index: 0, minutesLeft: 20 }],
    [19.5, { kind: 'at', index: 0, minutesLeft: 1 }],
    [20, { kind: 'at', index: 1, minutesLeft: 10 }],
    [30, { kind: 'after', minutesOver: 0 }],
    [33.5, { kind: 'after', minutesOver: 3 }],
  ])('%d minutes after it began stands where it should', (minutes, standing) => {
    expect(standingAt(slots, after(minutes))).toEqual(standing)
  })

  test('of no stations is over at once', () => {
    expect(standingAt(timetable([], begins), begins)).toEqual({ kind: 'after', minutesOver: 0 })
  })

  test('says how late a room is that is still at a station', () => {
    expect(minutesLate(slots, 0, after(25))).toBe(5)
    expect(minutesLate(slots, 0, after(10))).toBe(0)
    expect(minutesLate(slots, 1, after(17.5))).toBe(-3)
    expect(minutesLate(slots, 9, after(25))).toBe(0)
  })

  test('has somebody at one station at every moment of it', () => {
    const anyStations = fc.array(fc.integer({ min: 1, max: 600 }).map(station), { minLength: 1 })
    fc.assert(
      fc.property(anyStations, fc.double({ min: 0, max: 0.999, noNaN: true }), (stations, part) => {
        const all = timetable(stations, begins)
        const length = stations.reduce((sum, { minutes }) => sum + minutes, 0)
        const now = after(length * part)
        const standing = standingAt(all, now)
        if (standing.kind !== 'at') throw new Error(`stands ${standing.kind}`)
        const slot = all[standing.index]!
        expect(slot.from <= now && now < slot.until).toBe(true)
        expect(standing.minutesLeft).toBeGreaterThan(0)
        expect(standing.minutesLeft).toBeLessThanOrEqual(slot.station.minutes)
      }),
    )
  })
})
