import { describe, expect, test } from 'vitest'
import type { Passage } from '../../engine/index.ts'
import { onwardsFrom } from '../../web/story/onwards.ts'

const passages = [2, 9].map((since) => ({ since, text: '' }) as Passage)
const from = (place: number, more: Partial<Parameters<typeof onwardsFrom>[0]> = {}) =>
  onwardsFrom({ passages, place, length: 12, asked: [], bet: undefined, ...more })

describe('the next step of a story', () => {
  test('leads to what is told next, and at last to the end', () => {
    expect(from(0)).toBeUndefined()
    expect(from(1)?.to).toBe(2)
    expect(from(2)).toEqual({ to: 9, says: 'Next step: message 9' })
    expect(from(9)).toEqual({ to: 12, says: 'Next: how it ends' })
    expect(from(12)).toBeUndefined()
  })

  test('does not lead past a page that asks its owner', () => {
    const asked = [5, 9, 11]
    expect(from(2, { asked })).toEqual({ to: 5, says: 'Next step: message 5, where Sam is asked' })
    expect(from(5, { asked })).toEqual({ to: 9, says: 'Let Sam do it, and on: message 9' })
    expect(from(9, { asked })?.to).toBe(11)
    expect(from(11, { asked })?.says).toBe('Let Sam do it, and on: how it ends')
  })

  test('does not lead past an open bet', () => {
    const bet = { after: 4, open: true, hides: true }
    expect(from(2, { bet })).toEqual({ to: 4, says: 'Next step: message 4, and a bet' })
    expect(from(4, { bet })).toBeUndefined()
    expect(from(4, { bet: { ...bet, open: false, hides: false } })?.says).toBe('See what happens')
  })
})
