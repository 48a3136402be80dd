import { describe, expect, test } from 'vitest'
import {
  clientCompleted,
  honestActs,
  playFor,
  playProbe,
  type Exercise,
  type Find,
} from '../../engine/exercise/index.ts'
import type { Attack, CheckId } from '../../engine/scenario.ts'
import { exerciseWithId } from '../../scenarios/exercises/index.ts'
import type { MessageName, WireMessage } from '../../engine/wire/message.ts'
import { SEED, storyOf } from './judged.ts'

// What guides say of runs that are not on the screen while an exercise is solved.

const named = (id: string): Exercise => exerciseWithId(id)!

const count = (log: readonly WireMessage[], name: MessageName): number =>
  log.filter((message) => message.name === name).length

const bodyOf = (message: WireMessage | undefined): string =>
  message?.kind === 'response' ? message.response.body : ''

/** The run of a suspect’s first probe, in a world that forgets these checks. */
const probed = async (id: string, check: CheckId, forget: readonly CheckId[]) => {
  const find = named(id) as Find
  const { probes } = find.pool.find((one) => one.check === check)!
  return playProbe(find, storyOf(find), probes[0], forget, SEED)
}

describe('the guide says truly', () => {
  test('of back-to-the-owner that Quill holds a refresh token when it is turned away for its scope', async () => {
    const bet = named('back-to-the-owner')
    const { log } = (await playFor(bet, storyOf(bet), SEED)).run
    expect(bodyOf(log.find(({ name }) => name === 'token-response'))).toContain('"refresh_token"')
    // He is not asked for his password a second time.
    expect([count(log, 'open-browser'), count(log, 'sign-in-request')]).toEqual([2, 1])
  })

  test('of given-back that the server says that it cannot withdraw an access token', async () => {
    const bet = named('given-back')
    const { log } = (await playFor(bet, storyOf(bet), SEED)).run
    const answer = log.findLast(({ name }) => name === 'mcp-response')
    expect(answer?.kind === 'response' && answer.response.status).toBe(200)
    expect(count(log, 'revocation-response')).toBe(1)
  })

  test('of look-at-the-token that Quill fetches another token when one is refused, and goes on', async () => {
    const { run, ending } = await probed('look-at-the-token', 'rs/signature-valid', [])
    expect(ending.ending).toBe('completed')
    expect(count(run.log, 'refresh-response')).toBe(1)
  })

  test('of look-at-the-renewal that a second use has Sam asked again, and none where it is forgotten', async () => {
    const check = 'as/refresh-reuse-revokes-family'
    const careful = await probed('look-at-the-renewal', check, [])
    const careless = await probed('look-at-the-renewal', check, [check])
    expect(count(careful.run.log, 'open-browser')).toBe(2)
    expect(count(careless.run.log, 'open-browser')).toBe(1)
  })

  test('of stop-the-second-holder that a note was read before it ended', async () => {
    const fix = named('stop-the-second-holder')
    const { run, ending } = await playFor(fix, storyOf(fix), SEED, { forget: [] })
    const read = run.log.filter(
      (one) => one.to === 'attacker' && one.name === 'mcp-response' && one.id < ending.at!,
    )
    expect(read.map(bodyOf).some((body) => /"content"/.test(body))).toBe(true)
    expect(ending.by).toBe('as/refresh-reuse-revokes-family')
  })

  test('of half-a-lock that insisting alone leaves Sam without his note as well', async () => {
    const bet = named('half-a-lock')
    const forget = ['client/pkce-s256'] as const
    const attacked = await playFor(bet, storyOf(bet), SEED, { forget })
    const acts = honestActs(storyOf(bet) as Attack)
    const honest = await playFor(bet, storyOf(bet), SEED, { forget, acts })
    expect(attacked.ending).toMatchObject({ ending: 'refused', by: 'as/pkce-required' })
    expect(clientCompleted(honest.run)).toBe(false)
  })
})
