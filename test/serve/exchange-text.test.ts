import { describe, expect, test } from 'vitest'
import { exchangeText } from '../../engine/serve/exchange-text.ts'
import type { Seen } from '../../engine/serve/witness.ts'
import { masked, printable } from '../../engine/serve/masked.ts'
import { painter } from '../../engine/serve/paint.ts'
import type { HttpRequest } from '../../engine/wire/message.ts'

const request: HttpRequest = {
  method: 'POST',
  url: 'http://127.0.0.1:9401/mcp?x=1',
  headers: [['Host', '127.0.0.1:9401']],
  body: '{"id":1}',
}

const seen: Seen = {
  number: 7,
  request,
  response: { status: 401, headers: [['WWW-Authenticate', 'Bearer']], body: '' },
  findings: [
    {
      check: 'rs/origin-allowed',
      end: 'receiver',
      verdict: 'obeyed',
      holds: true,
      expected: 'none',
      received: 'none',
    },
    {
      check: 'rs/not-expired',
      end: 'receiver',
      verdict: 'forgotten',
      holds: false,
      expected: 'before its expiry',
      received: '9 s after its expiry',
    },
    {
      check: 'rs/token-present',
      end: 'receiver',
      verdict: 'broken',
      holds: false,
      expected: 'a token',
      received: 'nothing\u001b[2J',
    },
  ],
}

describe('an exchange as the terminal shows it', () => {
  const text = exchangeText(seen, '2025-11-25', painter(false))

  test('begins with its number, the request and the status', () => {
    expect(text.split('\n')[0]).toBe('#7  POST http://127.0.0.1:9401/mcp  401 Unauthorized')
  })

  test('has request and response as HTTP', () => {
    expect(text).toContain(
      '    POST /mcp?x=1 HTTP/1.1\n    Host: 127.0.0.1:9401\n\n    {"id":1}\n\n    HTTP/1.1 401 Unauthorized\n    WWW-Authenticate: Bearer\n',
    )
  })

  test('says of each check how it came out', () => {
    expect(text).toContain('  ✓ rs/origin-allowed MUST\n')
    expect(text).toMatch(
      / {2}! rs\/not-expired MUST forgotten, and it does not hold: expected before/,
    )
    expect(text).toMatch(/ {2}✗ rs\/token-present MUST refused: .*received nothing\\x1b\[2J\)\n/)
  })

  test('is coloured for a terminal only', () => {
    expect(text).not.toContain('\u001b')
    expect(exchangeText(seen, '2025-11-25', painter(true))).toContain('\u001b[31m✗\u001b[0m')
  })
})

describe('passwords are not shown', () => {
  const body = (text: string) => masked({ ...request, body: text }).body

  test.each([
    ['username=sam&password=secret&do=sign-in', 'username=sam&password=********&do=sign-in'],
    ['password=secret', 'password=********'],
    ['PassWord=secret%20%26more', 'PassWord=********'],
    ['password=', 'password=********'],
    ['a=1&new_password=one&b=2&password=two', 'a=1&new_password=********&b=2&password=********'],
    ['grant_type=authorization_code&code=abc', 'grant_type=authorization_code&code=abc'],
  ])('%s', (given, shown) => {
    expect(body(given)).toBe(shown)
  })

  test('nor in an address', () => {
    const { url } = masked({ ...request, url: 'http://127.0.0.1/sign-in?password=secret&a=b' })
    expect(url).toBe('http://127.0.0.1/sign-in?password=********&a=b')
  })
})

test.each([
  ['a text\n\tof two lines, and ключ 🗝', 'a text\n\tof two lines, and ключ 🗝'],
  ['\u001b[2J\u0007', '\\x1b[2J\\x07'],
  ['\u009b31m', '\\x9b31m'],
  ['a\r\nb\rc', 'a\nb\\x0dc'],
  ['\u202egnp.exe', '\\u{202e}gnp.exe'],
  ['\u2028\ufeff', '\\u{2028}\\u{feff}'],
])('what a terminal would act on is written out, case %#', (given, shown) => {
  expect(printable(given)).toBe(shown)
})
