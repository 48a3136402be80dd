import { describe, expect, test } from 'vitest'
import { checkWithId } from '../../engine/index.ts'
import { outcomeOf } from '../../engine/exercise/index.ts'
import { messageNames } from '../../engine/wire/message.ts'
import { judged, ofKind, SEED, storyOf } from './judged.ts'

const known = {
  next: (id: string) => messageNames.some((name) => name === id),
  status: (id: string) => /^[1-5]\d\d$/.test(id),
  ending: (id: string) => ['completed', 'won', 'refused'].includes(id),
  decides: (id: string) => checkWithId(id) !== undefined,
}

describe.each(ofKind('bet'))('the bet %s', (_, bet) => {
  test('offers answers that mean something, and one of them is what the run does', async () => {
    const ids = bet.options.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !known[bet.predicts](id))).toEqual([])
    const { id } = await outcomeOf(bet, storyOf(bet), SEED)
    expect(ids).toContain(id)
    const verdicts = await Promise.all(ids.map((says) => judged(bet, { kind: 'bet', says })))
    expect(ids.filter((_, n) => verdicts[n]!.solved)).toEqual([id])
  })

  test('is asked before the answer can be seen, and the answer does not depend on the seed', async () => {
    const { after, at, id } = await outcomeOf(bet, storyOf(bet), SEED)
    expect(at).toBeGreaterThan(after)
    expect((await outcomeOf(bet, storyOf(bet), 'another room')).id).toBe(id)
  })

  test('gives each wrong answer a reason of its own, read off a run', async () => {
    const { id } = await outcomeOf(bet, storyOf(bet), SEED)
    const wrong = bet.options.filter((option) => option.id !== id)
    const verdicts = await Promise.all(
      wrong.map(({ id: says }) => judged(bet, { kind: 'bet', says })),
    )
    expect(new Set(verdicts.map(({ because }) => because)).size).toBe(wrong.length)
    for (const { solved, because, runs } of verdicts) {
      expect(solved).toBe(false)
      expect(because).not.toBe(bet.because)
      expect(runs.length).toBeGreaterThan(0)
    }
  })
})

const byId = Object.fromEntries(ofKind('bet'))

describe('a bet that was lost is told', () => {
  test('at which number a message comes that was predicted too early', async () => {
    const { because } = await judged(byId['whom-to-ask']!, { kind: 'bet', says: 'open-browser' })
    expect(because).toContain('That comes later, as message 12.')
  })

  test('that a message was there before, or never comes', async () => {
    const before = await judged(byId['an-hour-later']!, { kind: 'bet', says: 'open-browser' })
    expect(before.because).toContain('That has happened already, with message 12')
    const never = await judged(byId['back-to-the-owner']!, { kind: 'bet', says: 'refresh-request' })
    expect(never.because).toContain('No message of this run is that.')
  })

  test('which status it was, and which check decided it', async () => {
    const { because } = await judged(byId['read-then-write']!, { kind: 'bet', says: '200' })
    expect(because).toContain('It was 403, for `rs/scope-per-method` decided it')
  })

  test('what happens where the check that was named is remembered alone', async () => {
    const says = 'client/state-matches'
    const { because, runs } = await judged(byId['who-wrote-this']!, { kind: 'bet', says })
    expect(because).toContain(
      'In another run only that is made, of all that matters here, and it does not decide: The attacker read',
    )
    expect(runs[0]?.forget).not.toContain(says)
    expect(runs[0]?.forget).toContain('client/iss-matches')
  })
})
