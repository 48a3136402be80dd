import { describe, expect, test } from 'vitest'
import { cookiesIn } from '../../engine/browser-cookies.ts'
import { browserAt, decidedOn, NEIGHBOUR, OWNER } from '../../engine/browser.ts'
import {
  formatDecisions,
  parseDecisions,
  revisions,
  startRun,
  type Decision,
  type WireMessage,
} from '../../engine/index.ts'
import { pagesIn } from '../../engine/places.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'

const play = async (decisions: readonly Decision[] = []) => {
  const run = startRun({ scenario: firstContact, seed: 'browser', decisions })
  await run.finish()
  return run.log
}
const log = await play()
const idOf = (name: WireMessage['name'], nth = 0, of = log) =>
  of.filter((message) => message.name === name)[nth]!.id

describe('the browser window', () => {
  test('is not there before somebody opens it', () => {
    const before = idOf('open-browser') - 1
    expect(browserAt(log, before)).toMatchObject({ window: 'unopened', url: undefined })
  })

  test('waits at the address it was sent to until a page comes', () => {
    for (const at of [idOf('open-browser'), idOf('authorization-request')]) {
      const view = browserAt(log, at)
      expect(view).toMatchObject({ window: 'waiting', page: undefined })
      expect(view.url).toMatch(/^https:\/\/auth\.example\/authorize\?response_type=code&/)
    }
  })

  test('asks the owner only at the place where the page is shown', () => {
    const asking = log.filter((_, at) => browserAt(log, at + 1).asks).map(({ id }) => id)
    expect(asking).toEqual(pagesIn(log).map(({ at }) => at))
    expect(browserAt(log, idOf('show-page')).again).toBe(false)
    expect(browserAt(log, idOf('show-page')).page?.form?.fields.map(({ name }) => name)).toEqual([
      'username',
      'password',
    ])
  })

  test('keeps what the owner filled in and pressed, until another page comes', () => {
    const pressed = idOf('submit-page')
    for (const at of [pressed, pressed + 1])
      expect(browserAt(log, at)).toMatchObject({ filled: OWNER, pressed: 'Sign in' })
    expect(browserAt(log, idOf('consent-page'))).toMatchObject({ filled: {}, pressed: undefined })
  })

  test('goes where it is redirected, and ends at the client', () => {
    expect(browserAt(log, idOf('sign-in-response')).url).toMatch(
      /^https:\/\/auth\.example\/consent/,
    )
    expect(browserAt(log, idOf('authorization-response')).url).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect(browserAt(log, idOf('close-window'))).toMatchObject({ window: 'closed', url: undefined })
  })

  test('shows the sign-in page once more after a wrong password, with a word on it', async () => {
    const wrong = await play([{ kind: 'sign-in', choice: 'wrong-password' }])
    const again = pagesIn(wrong)[1]!.at
    const view = browserAt(wrong, again)
    expect(view.shown?.text).toContain('The name or the password is wrong.')
    expect(view).toMatchObject({
      filled: {},
      asks: true,
      again: true,
      url: 'https://auth.example/sign-in',
    })
  })

  test('goes on waiting when the page is lost', async () => {
    const lost = await play([{ kind: 'drop', at: idOf('sign-in-page') }])
    expect(browserAt(lost, lost.length)).toMatchObject({ window: 'waiting', page: undefined })
  })

  test.each(revisions)('shows the same pages in %s', async (revision) => {
    const run = startRun({ scenario: firstContact, revision, seed: 'browser' })
    await run.finish()
    expect(pagesIn(run.log).map(({ asks }) => asks)).toEqual([true, true, false])
  })
})

describe('the cookies of the browser', () => {
  test('are what was set, and went along with every request to their host since then', () => {
    const [cookie, ...more] = browserAt(log, log.length).cookies
    expect(more).toEqual([])
    expect(cookie).toMatchObject({
      name: '__Host-session',
      host: 'auth.example',
      attributes: ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'],
      since: idOf('sign-in-response'),
      sentWith: [idOf('consent-page-request'), idOf('consent-request')],
      kept: true,
    })
  })

  test('are new ones after the sign-in', () => {
    const before = browserAt(log, idOf('sign-in-page')).cookies[0]!
    const after = browserAt(log, idOf('sign-in-response')).cookies[0]!
    expect(after.name).toBe(before.name)
    expect(after.value).not.toBe(before.value)
  })

  const exchange = (setCookie: string, findings: WireMessage['findings'] = []): WireMessage[] => {
    const ends = {
      channel: 'front',
      exchange: 1,
      phase: 'authorization',
      state: '',
      at: 0,
    } as const
    return [
      {
        ...ends,
        id: 1,
        name: 'page-request',
        from: 'user-agent',
        to: 'authorization-server',
        kind: 'request',
        request: { method: 'GET', url: 'https://auth.example/', headers: [] },
        findings: [],
      },
      {
        ...ends,
        id: 2,
        name: 'page',
        from: 'authorization-server',
        to: 'user-agent',
        kind: 'response',
        response: { status: 200, headers: [['Set-Cookie', setCookie]], body: '' },
        findings,
      },
    ]
  }
  const thrown = (check: string, received: string): WireMessage['findings'] => [
    { check, end: 'receiver', verdict: 'broken', holds: false, expected: '', received, since: 2 },
  ]

  test.each([
    ['a=b', { name: 'a', value: 'b', host: 'auth.example', kept: true, attributes: [] }],
    ['a=b=c; Domain=.example', { value: 'b=c', host: 'example' }],
    ['a', { name: 'a', value: '' }],
  ])('are read from %s', (line, expected) => {
    expect(cookiesIn(exchange(line))).toMatchObject([expected])
  })

  test('are gone once they are set with no age left', () => {
    expect(cookiesIn([...exchange('a=b'), ...exchange('a=; Max-Age=0')])).toEqual([])
  })

  test('that the browser threw away are told, and are told as such', () => {
    const prefixed = exchange('__Host-a=b', thrown('ua/cookie-prefix-host', 'not Secure'))
    const foreign = exchange('a=b; Domain=other', thrown('ua/cookie-kept', 'a, thrown away'))
    for (const one of [prefixed, foreign]) expect(cookiesIn(one)).toMatchObject([{ kept: false }])
  })
})

describe('what the owner does', () => {
  const pageAt = (nth: number) => browserAt(log, pagesIn(log)[nth]!.at).page!
  const signIn = (username: string, password: string) =>
    ({ fields: { username, password }, button: 'sign-in' }) as const
  const decided = (nth: number, answer: Parameters<typeof decidedOn>[1], before = '') =>
    formatDecisions(
      decidedOn(
        pageAt(nth),
        answer,
        parseDecisions(before).decisions,
        log.slice(0, pagesIn(log)[nth]!.at),
      ),
    )

  test.each([
    [0, signIn(OWNER.username, OWNER.password), ''],
    [0, signIn(OWNER.username, 'guessed'), 'sign-in.wrong-password'],
    [0, signIn('nobody', OWNER.password), 'sign-in.wrong-password'],
    [0, signIn(NEIGHBOUR.username, NEIGHBOUR.password), 'sign-in.robin'],
    [0, signIn(NEIGHBOUR.username, OWNER.password), 'sign-in.wrong-password'],
    [0, 'close', 'sign-in.close-window'],
    [1, { fields: {}, button: 'allow' }, ''],
    [1, { fields: {}, button: 'deny' }, 'consent.deny'],
    [1, 'close', 'consent.close-window'],
    [2, 'close', ''],
  ] as const)('on page %i, %j, is the decision “%s”', (nth, answer, expected) => {
    expect(decided(nth, answer)).toBe(expected)
  })

  test('takes the place of what was decided before about the same page, and of nothing else', () => {
    const before = 'consent.deny~sign-in.close-window~drop.40'
    expect(decided(0, signIn(OWNER.username, OWNER.password), before)).toBe('consent.deny~drop.40')
    expect(decided(1, { fields: {}, button: 'allow' }, before)).toBe('sign-in.close-window~drop.40')
    expect(decided(1, 'close', before)).toBe('sign-in.close-window~drop.40~consent.close-window')
  })

  test.each<[start: string, title: string, answer: Parameters<typeof decidedOn>[1], text: string]>([
    [
      'sign-in.wrong-password',
      'Sign in',
      signIn(OWNER.username, OWNER.password),
      'sign-in.second-try',
    ],
    ['sign-in.wrong-password', 'Sign in', signIn('x', 'y'), 'sign-in.wrong-password'],
    ['sign-in.wrong-password', 'Sign in', 'close', 'sign-in.wrong-password'],
    ['grant.withdrawn', 'Allow access?', { fields: {}, button: 'deny' }, 'consent.deny-later'],
    ['grant.withdrawn', 'Allow access?', 'close', 'consent.close-later'],
    ['grant.withdrawn', 'Allow access?', { fields: {}, button: 'allow' }, ''],
  ])('when asked again (%s, %s): what counts is this time', async (start, title, answer, text) => {
    const before = parseDecisions(start).decisions
    const again = await play(before)
    const second = pagesIn(again).filter((page) => page.title === title)[1]!
    const page = browserAt(again, second.at).page!
    const decided = decidedOn(page, answer, before, again.slice(0, second.at))
    expect(formatDecisions(decided.filter(({ kind }) => kind !== 'grant'))).toBe(text)
  })

  test('a second try that is right gets in', async () => {
    const log = await play(parseDecisions('sign-in.second-try').decisions)
    expect(log.some(({ name }) => name === 'token-response')).toBe(true)
  })

  test('is what the run then shows that they did', async () => {
    const decisions = decidedOn(pageAt(1), { fields: {}, button: 'deny' }, [], [])
    const denied = await play(decisions)
    expect(browserAt(denied, pagesIn(log)[1]!.at + 1).pressed).toBe('Deny')
  })
})
