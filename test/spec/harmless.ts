import { expect } from 'vitest'
import type { Answer } from './driver.ts'

const MARKUP = /<(script|img|svg|b onclick|iframe|x-)/i

/** What holds of every answer to a hostile request: an answer there is, without a secret, a foreign tag or a broken header. */
export const expectHarmless = (answer: Answer, secrets: Iterable<string> = []): void => {
  expect(answer.status).toBeGreaterThanOrEqual(200)
  expect(answer.status).toBeLessThan(500)
  const head = JSON.stringify(answer.headers)
  expect(head).not.toMatch(/\\[rn]/)
  expect(answer.header('X-Injected')).toBeUndefined()
  if ((answer.header('Content-Type') ?? '').startsWith('text/html'))
    expect(answer.body).not.toMatch(MARKUP)
  const refused = answer.status >= 400 || /[?&]error=/.test(answer.header('Location') ?? '')
  if (refused) for (const secret of secrets) expect(head + answer.body).not.toContain(secret)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}

/** What holds of an OAuth error that comes as JSON: its status, its code, a dull description, and nobody may keep it. */
export const expectOAuthError = (answer: Answer, status: number, error: string): void => {
  expect([answer.status, answer.json()['error']]).toEqual([status, error])
  expect(Object.keys(answer.json())).toEqual(['error', 'error_description'])
  expect(answer.header('Cache-Control')).toBe('no-store')
  expect(answer.header('Content-Type')).toBe('application/json')
}

/** A value of a million characters. */
export const HUGE = 'a'.repeat(1_000_000)
