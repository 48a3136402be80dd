import { describe, expect, test } from 'vitest'
import { createCookies } from '../../engine/parties/cookies.ts'

describe('RFC 6265bis draft-22 §4.1.3.2 the "__Host-" prefix', () => {
  const kept = (line: string, url = 'https://site.example/') => createCookies().take(line, url).kept
  test.each([
    ['__Host-SID=12345; Secure; Path=/', true],
    ['__HOST-SID=12345; Secure; Path=/', true],
    ['__Host-SID=12345', false],
    ['__Host-SID=12345; Secure', false],
    ['__host-SID=12345; Secure', false],
    ['__Host-SID=12345; Domain=site.example', false],
    ['__Host-SID=12345; Domain=site.example; Path=/', false],
    ['__Host-SID=12345; Secure; Domain=site.example; Path=/', false],
    ['__Host-SID=12345; Secure; Path=/deeper', false],
  ])('%s: %s', (line, verdict) => {
    expect(kept(line)).toBe(verdict)
  })

  test('a browser that forgets to look at prefixes keeps it', () => {
    const careless = createCookies(new Set(['ua/cookie-prefix-host']))
    expect(careless.take('__Host-SID=12345', 'https://site.example/').kept).toBe(true)
  })

  test('never from a host without https', () => {
    expect(kept('__Host-SID=12345; Secure; Path=/', 'http://site.example/')).toBe(false)
  })
})
