import { describe, expect, test } from 'vitest'
import { createCookies } from '../../engine/parties/cookies.ts'

const sites = { auth: 'https://auth.example/sign-in', notes: 'https://notes.example/' }
const request = (method: string, url = sites.auth) => ({ method, url, headers: [] })

const withCookie = (setCookie: string, url = sites.auth) => {
  const cookies = createCookies()
  const facts = cookies.take(setCookie, url)
  return { cookies, facts }
}

describe('draft-ietf-httpbis-rfc6265bis-22 §5.8.3: which cookies a request carries', () => {
  const sent = (sameSite: string, method: string, initiator: string | undefined) =>
    withCookie(`s=1; Secure; Path=/; SameSite=${sameSite}`).cookies.sentWith(
      request(method),
      initiator,
    )

  test.each([
    ['Strict', 'GET', undefined, 's=1'],
    ['Strict', 'POST', sites.auth, 's=1'],
    ['Strict', 'GET', sites.notes, ''],
    ['Strict', 'POST', sites.notes, ''],
    ['Lax', 'GET', sites.notes, 's=1'],
    ['Lax', 'POST', sites.notes, ''],
    ['Lax', 'POST', sites.auth, 's=1'],
    ['None', 'POST', sites.notes, 's=1'],
  ])('SameSite=%s with a %s from %s', (sameSite, method, initiator, cookie) => {
    expect(sent(sameSite, method, initiator)).toBe(cookie)
  })

  test('a subdomain is the same site, and another scheme is another site', () => {
    expect(sent('Strict', 'POST', 'https://www.auth.example/')).toBe('s=1')
    expect(sent('Strict', 'POST', 'http://auth.example/')).toBe('')
  })

  test('a Secure cookie stays home on plain http', () => {
    const { cookies } = withCookie('s=1; Secure; Path=/')
    expect(cookies.sentWith(request('GET', 'http://auth.example/'), undefined)).toBe('')
    expect(cookies.sentWith(request('GET'), undefined)).toBe('s=1')
  })

  test('a host’s cookie goes to no other host', () => {
    const { cookies } = withCookie('s=1; Secure; Path=/')
    expect(cookies.sentWith(request('GET', sites.notes), undefined)).toBe('')
  })
})

describe('draft-ietf-httpbis-rfc6265bis-22 §4.1.3.2: the __Host- prefix', () => {
  test.each([
    ['__Host-s=1; Secure; Path=/', true],
    ['__Host-s=1; Path=/', false],
    ['__Host-s=1; Secure; Path=/deeper', false],
    ['__Host-s=1; Secure; Path=/; Domain=auth.example', false],
  ])('%s', (setCookie, kept) => {
    expect(withCookie(setCookie).facts.kept).toBe(kept)
  })

  test('is not to be had over plain http', () => {
    expect(withCookie('__Host-s=1; Secure; Path=/', 'http://auth.example/').facts.kept).toBe(false)
  })
})
