import { expect, test } from 'vitest'
import { masked } from '../../engine/serve/masked.ts'

const request = (change: object) => ({
  method: 'POST',
  url: 'http://127.0.0.1:9400/sign-in',
  headers: [],
  ...change,
})

test.each(['?password', 'password ', '&password&', 'password=password', '=?password'])(
  'a long body of “%s” keeps nobody waiting',
  (piece) => {
    const body = piece.repeat(60_000 / piece.length)
    expect(masked(request({ body })).body?.length).toBeGreaterThan(0)
  },
)

test('the password goes, whatever the field is called, and the rest stays', () => {
  const body = 'username=sam&Password=a%26b&new_password=c=d&do=sign-in'
  expect(masked(request({ body })).body).toBe(
    'username=sam&Password=********&new_password=********&do=sign-in',
  )
  const url = 'http://127.0.0.1:9400/sign-in?password=x&a=b'
  expect(masked(request({ url })).url).toBe('http://127.0.0.1:9400/sign-in?password=********&a=b')
})

test('RFC 6265 §8.5 cookies of other programs on this machine are not shown', () => {
  const cookie = 'other=secret; handshake-lab-session=abc; bare'
  const { headers } = masked(request({ headers: [['Cookie', cookie]] }))
  expect(headers).toEqual([['Cookie', 'other=********; handshake-lab-session=abc; bare=********']])
})
