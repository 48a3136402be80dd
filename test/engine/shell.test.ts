import { describe, expect, test } from 'vitest'
import { startedBy } from '../../engine/parties/client/shell.ts'

describe('what a shell starts for a line', () => {
  test.each<[line: string, started: string[][]]>([
    ['', []],
    ['open "https://a.example/x?y=1&z=2"', [['open', 'https://a.example/x?y=1&z=2']]],
    ['open https://a.example/x?y=1&z=2', [['open', 'https://a.example/x?y=1'], ['z=2']]],
    ['open "https://a.example/$(mark)x"', [['mark'], ['open', 'https://a.example/x']]],
    ['open "https://a.example/`mark`x"', [['mark'], ['open', 'https://a.example/x']]],
    ["open 'https://a.example/$(mark)x'", [['open', 'https://a.example/$(mark)x']]],
    ['open "https://a.example/\\$(mark)x"', [['open', 'https://a.example/$(mark)x']]],
    [
      'open "https://a$(mark $(inner))@b.example"',
      [['inner'], ['mark'], ['open', 'https://a@b.example']],
    ],
    ['open "https://a.example/"; mark; "x"', [['open', 'https://a.example/'], ['mark'], ['x']]],
    ['open "https://a.example/$HOME${PATH}x"', [['open', 'https://a.example/x']]],
    ['open "a b" \'c d\' e\\ f', [['open', 'a b', 'c d', 'e f']]],
    ['open "$(mark', [['mark'], ['open', '']]],
    ['open "a|b" | mark', [['open', 'a|b'], ['mark']]],
  ])('%s', (line, started) => {
    expect(startedBy(line)).toEqual(started)
  })
})
