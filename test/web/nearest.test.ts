import { describe, expect, test } from 'vitest'
import { shelf } from '../../scenarios/shelf.ts'
import { nearest } from '../../web/ui/nearest.ts'

const meant = (asked: string) => nearest(asked, shelf)?.id

describe('an id that there is not leads to the one most like it', () => {
  test.each([
    ['confused-deputi', 'confused-deputy'],
    ['Confused Deputy', 'confused-deputy'],
    ['confused_deputy', 'confused-deputy'],
    ['confused', 'confused-deputy'],
    ['the confused deputy', 'confused-deputy'],
    ['Mixed up', 'mix-up'],
    ['frist-contact', 'first-contact'],
  ])('%s', (asked, id) => {
    expect(meant(asked)).toBe(id)
  })

  test('and to none where nothing is like it, or nothing was written', () => {
    for (const asked of [
      '',
      '%20',
      'no-such-story',
      'constructor',
      '<img onerror=x>',
      'z'.repeat(1e6),
    ])
      expect([asked.slice(0, 20), meant(asked)]).toEqual([asked.slice(0, 20), undefined])
    expect(nearest('confused-deputy', [])).toBeUndefined()
  })

  test('nor where two begin alike', () => {
    const two = ['refresh-once', 'refresh-twice'].map((id) => ({ id, title: id }))
    expect(nearest('refresh', two)).toBeUndefined()
  })
})
