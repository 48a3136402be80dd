import { describe, expect, test } from 'vitest'
import { actsOf } from '../../engine/exercise/index.ts'
import type { Attack } from '../../engine/scenario.ts'
import { judged, ofKind, storyOf } from './judged.ts'

const breaks = Object.fromEntries(ofKind('break'))

const playing = (id: string, ...moves: string[]) => judged(breaks[id]!, { kind: 'break', moves })

describe.each(ofKind('break'))('whoever wants to %s', (_, task) => {
  test('has a menu of moves with names of their own, and more of them than are needed', () => {
    const ids = task.menu.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(task.menu.map(({ says }) => says)).size).toBe(ids.length)
    expect(task.paths.flat().filter((id) => !ids.includes(id))).toEqual([])
    expect(ids.filter((id) => !task.paths.flat().includes(id)).length).toBeGreaterThanOrEqual(2)
  })

  test('begins with what the story begins with', () => {
    const { acts } = storyOf(task) as Attack
    expect(actsOf(task, { acts }, [])).toEqual(acts.slice(0, task.begins))
  })

  test('gets there by every path that is known, and by none that lacks its last move', async () => {
    for (const moves of task.paths) {
      expect(await judged(task, { kind: 'break', moves })).toMatchObject({ solved: true })
      const { solved } = await judged(task, { kind: 'break', moves: moves.slice(0, -1) })
      expect(solved).toBe(false)
    }
  })

  test('hears of every move by itself what came of it', async () => {
    const alone = await Promise.all(
      task.menu.map(({ id }) => judged(task, { kind: 'break', moves: [id] })),
    )
    const wrong = alone.filter(({ solved }) => !solved)
    expect(wrong.length).toBeGreaterThanOrEqual(2)
    expect(new Set(wrong.map((one) => `${one.sentence} ${one.because}`)).size).toBe(wrong.length)
    for (const { sentence, because, runs } of wrong) {
      expect(`${sentence} ${because}`).toMatch(/move 1, “/)
      expect(runs).toHaveLength(1)
    }
  })

  test('can play any two moves without the lab failing', async () => {
    for (const one of task.menu)
      for (const other of task.menu) {
        const moves = [one.id, other.id]
        await expect(judged(task, { kind: 'break', moves })).resolves.toHaveProperty('solved')
      }
  })
})

describe('the attacker who composed an attack hears', () => {
  test.each([
    ['be-the-forger', ['own-key'], 'the authorization server publishes no such key'],
    [
      'be-the-forger',
      ['wait', 'bare'],
      'It ends with move 2, “Ask for the note without any token.”: the attacker has no access token.',
    ],
    ['be-the-log-reader', ['wait', 'call'], 'the token has expired, or is not good yet'],
    ['be-the-log-reader', ['refresh'], 'the attacker has no refresh token'],
    ['be-the-log-reader', ['vault', 'call'], 'what it keeps is not open to other programs'],
    ['be-the-second', ['call'], 'the attacker has no access token'],
    ['be-the-second', ['wait', 'redeem-seen'], 'the code has expired'],
    ['be-the-sender', ['link-without-challenge'], 'the request carries no code challenge'],
    ['be-the-sender', ['link-to-quill', 'redeem-own'], 'the attacker has no authorization code'],
    ['be-the-sender', ['link-to-me', 'redeem-bare'], 'a verifier came without a challenge'],
    ['be-the-patient-thief', ['file', 'half-an-hour'], 'the token has expired'],
    ['be-the-patient-thief', ['half-an-hour-renew'], 'the attacker has no refresh token'],
    [
      'be-the-strange-client',
      ['link-halfway'],
      'this is not the browser in which the client was approved',
    ],
    ['be-the-strange-client', ['own-browser'], 'The attacker did not get what he was after.'],
  ])('of %s with %j: %s', async (id, moves, expected) => {
    const { solved, sentence } = await playing(id, ...moves)
    expect(solved).toBe(false)
    expect(sentence).toContain(expected)
  })

  test('that more than one way leads there', async () => {
    const ways = [
      playing('be-the-forger', 'unsigned'),
      playing('be-the-forger', 'public-key'),
      playing('be-the-patient-thief', 'file', 'half-an-hour-renew'),
      playing('be-the-patient-thief', 'quill-first', 'file', 'half-an-hour-renew'),
    ]
    for (const way of ways) expect(await way).toMatchObject({ solved: true })
  })

  test('that a move is none of this exercise', async () => {
    const { sentence } = await playing('be-the-forger', 'unsigned', 'teleport')
    expect(sentence).toBe('`teleport` is no move of this exercise.')
  })
})
