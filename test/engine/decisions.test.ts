import { describe, expect, test } from 'vitest'
import {
  changeAt,
  choiceOf,
  formatDecisions,
  interferenceOf,
  parseDecisions,
  type Decision,
} from '../../engine/decisions.ts'

describe('a decision in a link', () => {
  test.each<[string, Decision]>([
    ['drop.12', { kind: 'drop', at: 12 }],
    ['delay.12.660', { kind: 'delay', at: 12, seconds: 660 }],
    ['duplicate.12', { kind: 'duplicate', at: 12 }],
    ['status.12.503', { kind: 'status', at: 12, status: 503 }],
    ['status.12.100', { kind: 'status', at: 12, status: 100 }],
    ['corrupt.12', { kind: 'corrupt', at: 12 }],
    ['edit.12.body.a%2Eb', { kind: 'edit', at: 12, part: 'body', value: 'a.b' }],
    [
      'field.12.query%2E4%2Estate.a%7Eb',
      { kind: 'field', at: 12, path: 'query.4.state', value: 'a~b' },
    ],
    ['field.12.form%2E0%2Ecode.', { kind: 'field', at: 12, path: 'form.0.code', value: '' }],
    ['remove.12.query%2E4%2Estate', { kind: 'remove', at: 12, path: 'query.4.state' }],
    ['raw.12.GET%20%2F%0A', { kind: 'raw', at: 12, text: 'GET /\n' }],
    ['authorization-server.down', { kind: 'authorization-server', choice: 'down' }],
    ['server-metadata.openid-appended', { kind: 'server-metadata', choice: 'openid-appended' }],
    ['clock.mcp-server-ahead', { kind: 'clock', choice: 'mcp-server-ahead' }],
    ['vault.plain-file', { kind: 'vault', choice: 'plain-file' }],
  ])('%s', (text, decision) => {
    expect(formatDecisions([decision])).toBe(text)
    expect(parseDecisions(text)).toEqual({ decisions: [decision], problems: [] })
  })

  test.each([
    'duplicate',
    'duplicate.0',
    'duplicate.two',
    'duplicate.12.3',
    'status.12',
    'status.12.99',
    'status.12.600',
    'status.12.5x3',
    'status.12.503.1',
    'corrupt.12.body',
    'parameter.12.code.x',
    'field.12.nowhere%2Ex.y',
    'field.12',
    'field.12.query%2E4.%E0',
    'remove.12.query%2E4%2Estate.x',
    'raw.12.a.b',
    'authorization-server',
    'authorization-server.gone',
    'authorization-server.down.1',
    'code.12',
    'constructor.prototype',
    '__proto__.x',
  ])('%s is named, and the rest is read', (text) => {
    const { decisions, problems } = parseDecisions(`consent.deny~${text}~drop.1`)
    expect(problems).toEqual([`“${text}” is no decision this lab knows`])
    expect(decisions).toHaveLength(2)
  })
})

describe('among several decisions', () => {
  const several = parseDecisions(
    'vault.dpapi~drop.3~code.reused~vault.keychain~status.4.500',
  ).decisions

  test('the last about a matter counts', () => {
    expect(choiceOf(several, 'vault')?.choice).toBe('keychain')
    expect(choiceOf(several, 'code')?.choice).toBe('reused')
    expect(choiceOf(several, 'consent')).toBeUndefined()
  })

  test('those with a number are done to messages', () => {
    expect(interferenceOf(several)).toEqual([
      { kind: 'drop', at: 3 },
      { kind: 'status', at: 4, status: 500 },
    ])
    expect(changeAt({ kind: 'duplicate' }, 7)).toEqual({ kind: 'duplicate', at: 7 })
  })
})
