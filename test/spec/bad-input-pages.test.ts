import { describe, expect, test } from 'vitest'
import { AUTH, openLab, type Answer, type Lab } from './driver.ts'
import { expectHarmless, HUGE } from './harmless.ts'
import type { HeaderList } from '../../engine/wire/message.ts'
import { type Sent } from './honest-client.ts'

/** A form that differs from the honest one; a function sees the page and its cookie. */
interface Row {
  readonly fields?: Sent
  readonly headers?: (honest: HeaderList) => HeaderList
  readonly body?: (fields: Sent) => string
}

const FORM = ['Content-Type', 'application/x-www-form-urlencoded'] as const
const SIGN_IN = { username: 'sam', password: 'teaching-password' }

const submit = (lab: Lab, path: string, page: Answer, cookie: HeaderList, row: Row, own: Sent) => {
  const fields = { ...lab.hiddenIn(page), ...own, ...row.fields }
  const headers = row.headers?.([FORM, ...cookie]) ?? [FORM, ...cookie]
  if (!row.body) {
    const rest = headers.filter(([name]) => name !== 'Content-Type')
    const typed = headers.some(([name, value]) => name === FORM[0] && value === FORM[1])
    if (typed) return lab.postForm(path, fields, rest)
  }
  const text = new URLSearchParams(fields as Record<string, string>).toString()
  return lab.send('POST', AUTH + path, { headers, body: row.body?.(fields) ?? text })
}

const FORGED: [string, Row][] = [
  ['without its interaction', { fields: { interaction: undefined } }],
  ['with an unknown interaction', { fields: { interaction: 'nobody' } }],
  ['with an interaction named after a prototype', { fields: { interaction: '__proto__' } }],
  ['without its secret', { fields: { csrf_token: undefined } }],
  ['with an empty secret', { fields: { csrf_token: '' } }],
  ['with another secret', { fields: { csrf_token: 'AAAAAAAAAAAAAAAAAAAAAAAA' } }],
  ['with another secret before its own', { fields: { csrf_token: ['x', 'y'] } }],
  ['without a cookie', { headers: () => [FORM] }],
  ['with an empty cookie', { headers: () => [FORM, ['Cookie', '']] }],
  ['with a cookie of no session', { headers: () => [FORM, ['Cookie', '__Host-session=x']] }],
  ['with a cookie of no meaning', { headers: () => [FORM, ['Cookie', ';;=;__Host-session']] }],
  ['with the cookie of a prototype', { headers: () => [FORM, ['Cookie', '__proto__=1']] }],
  [
    'with a cookie of another name',
    {
      headers: (honest) => honest.map(([name, value]) => [name, value.replace('__Host-', '')]),
    },
  ],
  [
    'sent as text',
    {
      headers: (honest) =>
        honest.map(([name, value]) => [name, name === 'Content-Type' ? 'text/plain' : value]),
    },
  ],
  [
    'sent as JSON',
    {
      headers: (honest) =>
        honest.map(([name, value]) => [name, name === 'Content-Type' ? 'application/json' : value]),
      body: (fields) => JSON.stringify(fields),
    },
  ],
  [
    'sent as multipart',
    {
      headers: (honest) =>
        honest.map(([name, value]) => [
          name,
          name === 'Content-Type' ? 'multipart/form-data; boundary=x' : value,
        ]),
      body: () => '--x\r\nContent-Disposition: form-data; name="interaction"\r\n\r\n1\r\n--x--',
    },
  ],
  ['with an empty body', { body: () => '' }],
  ['with a body that is no form', { body: () => '%%%=%zz&&&=' }],
]

describe('RFC 6749 §10.12 a sign-in form is turned away', () => {
  test.each(FORGED)('%s', async (_, row) => {
    const lab = openLab()
    const page = await lab.authorize({ client_id: await lab.register() })
    const answer = await submit(lab, '/sign-in', page, lab.cookieOf(page), row, SIGN_IN)
    expectHarmless(answer, lab.secrets)
    expect([answer.status, answer.header('Location')]).toEqual([400, undefined])
    expect(answer.broken).toMatch(/^as\/(session-bound|form-csrf-token)$/)
  })
})

describe('RFC 6749 §10.12 a consent form is turned away', () => {
  test.each([...FORGED, ['without a sign-in before it', { fields: {} }] as [string, Row]])(
    '%s',
    async (title, row) => {
      const lab = openLab()
      const client_id = await lab.register()
      const early = await lab.authorize({ client_id })
      const { page, cookie } = title.startsWith('without a sign-in')
        ? { page: early, cookie: lab.cookieOf(early) }
        : await lab.consentPage({ client_id })
      const answer = await submit(lab, '/consent', page, cookie, row, { decision: 'allow' })
      expectHarmless(answer, lab.secrets)
      expect([answer.status, answer.header('Location')]).toEqual([400, undefined])
    },
  )

  test('when it comes a second time', async () => {
    const lab = openLab()
    const { page, cookie } = await lab.consentPage({ client_id: await lab.register() })
    const fields = { ...lab.hiddenIn(page), decision: 'allow' }
    expect((await lab.postForm('/consent', fields, cookie)).status).toBe(303)
    const again = await lab.postForm('/consent', fields, cookie)
    expect([again.status, again.header('Location')]).toEqual([400, undefined])
  })

  test('when another owner’s browser sends it', async () => {
    const lab = openLab()
    const client_id = await lab.register()
    const { page } = await lab.consentPage({ client_id })
    const other = await lab.consentPage({ client_id })
    const fields = { ...lab.hiddenIn(page), decision: 'allow' }
    const answer = await lab.postForm('/consent', fields, other.cookie)
    expect([answer.status, answer.broken]).toEqual([400, 'as/session-bound'])
  })
})

describe('OAuth 2.1 draft-13 §4.1.2.1 anything but allow is a refusal', () => {
  test.each<[string, Sent]>([
    ['no decision', { decision: undefined }],
    ['an empty decision', { decision: '' }],
    ['another decision', { decision: 'perhaps' }],
    ['a decision in capitals', { decision: 'ALLOW' }],
    ['a decision with a space', { decision: 'allow ' }],
    ['a denial before an agreement', { decision: ['deny', 'allow'] }],
  ])('%s', async (_, fields) => {
    const lab = openLab()
    const { page, cookie } = await lab.consentPage({ client_id: await lab.register() })
    const answer = await submit(lab, '/consent', page, cookie, { fields }, { decision: 'allow' })
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(303)
    const { searchParams } = new URL(answer.header('Location') ?? '')
    expect([searchParams.get('error'), searchParams.get('code')]).toEqual(['access_denied', null])
  })
})

describe('OAuth 2.1 draft-13 §3.1 nobody is signed in', () => {
  test.each<[string, Sent]>([
    ['with a wrong password', { password: 'guess' }],
    ['without a password', { password: undefined }],
    ['with an empty password', { password: '' }],
    ['with a password that goes on', { password: `${SIGN_IN.password}\0` }],
    ['with the password of another account', { username: 'robin' }],
    ['with an unknown name', { username: 'alex' }],
    ['with a name in capitals', { username: 'SAM' }],
    ['with the name of a prototype', { username: '__proto__', password: '[object Object]' }],
    ['with a name that is inherited', { username: 'toString' }],
    ['with markup as a name', { username: '<script>alert(1)</script>' }],
    ['with a quotation mark as a name', { username: "' OR 1=1 --" }],
    ['with a line break as a name', { username: 'sam\r\nSet-Cookie: a=b' }],
  ])('%s', async (_, difference) => {
    const lab = openLab()
    const page = await lab.authorize({ client_id: await lab.register() })
    const answer = await lab.signIn(page, difference)
    expectHarmless(answer, lab.secrets)
    expect([answer.status, answer.broken]).toEqual([403, 'as/owner-authenticated'])
    expect(answer.header('Set-Cookie')).toBeUndefined()
    expect(JSON.stringify(answer.findings)).not.toContain(String(difference['password'] || '\0'))
  })

  test('RFC 9110 §15.5.14 with a name of a million characters', async () => {
    const lab = openLab()
    const page = await lab.authorize({ client_id: await lab.register() })
    expect((await lab.signIn(page, { username: HUGE })).status).toBe(413)
  })
})

describe('RFC 6749 §10.12 the consent page is shown to nobody else', () => {
  test.each<[string, (url: string) => string, boolean]>([
    ['without a cookie', (url) => url, false],
    ['without an interaction', () => `${AUTH}/consent`, true],
    ['for an unknown interaction', () => `${AUTH}/consent?interaction=nobody`, true],
    [
      'for an interaction named after a prototype',
      () => `${AUTH}/consent?interaction=constructor`,
      true,
    ],
    ['for an interaction with markup', () => `${AUTH}/consent?interaction=<script>`, true],
    ['for a broken percent sign', () => `${AUTH}/consent?interaction=%E0%A4%A`, true],
  ])('%s', async (_, change, withCookie) => {
    const lab = openLab()
    const { url, cookie } = await lab.consentPage({ client_id: await lab.register() })
    const answer = await lab.send('GET', change(url), { headers: withCookie ? cookie : [] })
    expectHarmless(answer, lab.secrets)
    expect(answer.status).toBe(400)
    expect(answer.header('Content-Security-Policy')).toContain("frame-ancestors 'none'")
  })
})
