import { createRequire } from 'node:module'
import { CookieJar } from 'tough-cookie'
import { describe, expect, test } from 'vitest'
import { getDomain } from '../../engine/network/public-suffix.ts'
import * as aliased from 'tldts'

// Node's own resolution knows nothing of the alias: this is the real list.
const real: { getDomain(host: string): string | null } = createRequire(import.meta.url)('tldts')

const page = 'https://login.auth.example/authorize'

async function cookieFor(domain: string) {
  const jar = new CookieJar()
  await jar.setCookie(`session=1; Domain=${domain}; Secure`, page)
  return jar.getCookieString('https://other.auth.example/')
}

describe('the public suffixes of a world that ends in .example', () => {
  test('vite puts our module in the place of tldts', () => {
    expect(aliased.getDomain).toBe(getDomain)
  })

  test.each([
    'auth.example',
    'login.auth.example',
    'a.b.c.notes.example',
    'AUTH.Example',
    'example',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '',
  ])('answers what the real list answers for %j', (host) => {
    expect(getDomain(host)).toBe(real.getDomain(host))
  })

  test.each(['notes.co.uk', 'github.io', 'notes.com', 'auth.example.com', 'example.org'])(
    'knows nothing of %s, so that no cookie is shared there',
    (host) => {
      expect(getDomain(host)).toBeNull()
    },
  )
})

describe('RFC 6265 §5.3 the cookie jar, with our public suffixes', () => {
  test('accepts a cookie for the domain that was registered', async () => {
    expect(await cookieFor('auth.example')).toBe('session=1')
  })

  test('rejects a cookie for a public suffix', async () => {
    await expect(cookieFor('example')).rejects.toThrow(/public suffix/)
  })

  test('rejects a cookie for somebody else’s domain', async () => {
    await expect(cookieFor('notes.example')).rejects.toThrow(/not in this host's domain/)
  })

  test('rejects a cookie for a domain that the lab does not know, where the real list would not', async () => {
    const jar = new CookieJar()
    const setting = jar.setCookie('session=1; Domain=notes.co.uk', 'https://login.notes.co.uk/')
    await expect(setting).rejects.toThrow(/public suffix/)
    expect(real.getDomain('notes.co.uk')).toBe('notes.co.uk')
  })

  test('keeps a host’s own cookie on any host, and sends it to no other', async () => {
    const jar = new CookieJar()
    await jar.setCookie('session=1', 'http://localhost:4173/')
    expect(await jar.getCookieString('http://localhost:4173/')).toBe('session=1')
    expect(await jar.getCookieString('http://127.0.0.1:4173/')).toBe('')
  })
})
