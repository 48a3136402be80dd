import { expect, test } from 'vitest'
import { durationInWords, inWords, laterInWords } from '../../engine/index.ts'

test.each([
  ['tokenExchange', 'token exchange'],
  ['readingServerMetadata', 'reading server metadata'],
  ['completed', 'completed'],
])('%s is “%s”', (name, words) => expect(inWords(name)).toBe(words))

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [90, '1 minute 30 seconds'],
  [700, '12 minutes'],
  [3_601, '1 hour'],
  [7_260, '2 hours 1 minute'],
  [86_400 * 30, '30 days'],
])('%i seconds are %s', (seconds, words) => expect(durationInWords(seconds)).toBe(words))

test('only a long wait is told', () => {
  expect(laterInWords(undefined, 1_000_000)).toBeUndefined()
  expect(laterInWords(0, 60)).toBeUndefined()
  expect(laterInWords(0, 3_601)).toBe('1 hour later')
})
