import { describe, expect, test } from 'vitest'
import { parseAnswer, readAnswer } from '../../engine/exercise/index.ts'
import { exercises } from '../../scenarios/exercises/index.ts'

const named = (id: string) => exercises.find((one) => one.id === id)!
const problem = (id: string, text: string): string => {
  const reading = parseAnswer(named(id), text)
  return 'problem' in reading ? reading.problem : ''
}

describe('an answer from outside', () => {
  test.each([
    [
      'knock-first',
      'fix.as/iss-sent',
      '“fix.as/iss-sent” is no answer to this exercise: those begin with “bet.”',
    ],
    ['knock-first', 'nonsense', '“nonsense” is no answer to this exercise'],
    ['knock-first', 'bet.418', 'This exercise does not offer “418”.'],
    ['knock-first', 'bet.', 'its “says” cannot be read'],
    ['knock-first', 'bet.<b>', 'its “says” cannot be read'],
    ['look-everywhere', 'find.as/one~as/two', 'cannot be read'],
    ['be-the-forger', 'break.unsigned~teleport', 'This exercise does not offer “teleport”.'],
    ['stop-the-mix-up', 'fix.as/iss-sent~"', 'its “remember.1” cannot be read'],
  ])('to %s that reads %s is refused by name', (id, text, expected) => {
    expect(problem(id, text)).toContain(expected)
  })

  test('may be a party alone, or nothing yet', () => {
    const find = named('look-everywhere')
    expect(parseAnswer(find, 'find.as')).toEqual({ answer: { kind: 'find', party: 'as' } })
    expect(parseAnswer(find, 'find.')).toEqual({ answer: { kind: 'find' } })
    expect(parseAnswer(named('stop-the-mix-up'), 'fix.')).toEqual({
      answer: { kind: 'fix', remember: [] },
    })
  })

  test('keeps nothing that does not belong to it, and is not believed to be of another shape', () => {
    const stored = { kind: 'break', moves: ['unsigned'], solved: true }
    expect(readAnswer('break', stored)).toEqual({ answer: { kind: 'break', moves: ['unsigned'] } })
    for (const value of [undefined, null, 7, 'bet', [], {}, { kind: 'bet', says: 401 }])
      expect(readAnswer('bet', value)).toHaveProperty('problem')
    const long = { kind: 'fix', remember: Array.from({ length: 41 }, () => 'as/iss-sent') }
    expect(readAnswer('fix', long)).toMatchObject({
      problem: expect.stringContaining('its “remember” cannot be read'),
    })
  })
})
