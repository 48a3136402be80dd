import { describe, expect, test } from 'vitest'
import { levelIn } from '../../engine/index.ts'
import { checkWithId, type CheckId } from '../../engine/checks/index.ts'
import {
  brokenAt,
  decisionsOf,
  playFor,
  playProbe,
  tryIn,
  worldOf,
  type Find,
  type Played,
  type Suspect,
} from '../../engine/exercise/index.ts'
import { judged, ofKind, SEED, storyOf } from './judged.ts'

const seats = Array.from({ length: 12 }, (_, seat) => `room-${seat}`)

const looks = ({ run }: Played): readonly string[] =>
  run.log.map((one) => `${one.name} ${one.kind === 'response' ? one.response.status : ''}`)

/** The seed of a world in which this very check is forgotten. */
const seedFor = (find: Find, check: string): string =>
  seats.find((seed) => worldOf(find, seed) === check)!

const playedIn = (find: Find, { probes }: Suspect, nth: number, forget: readonly CheckId[]) =>
  playProbe(find, storyOf(find), probes[nth]!, forget, SEED)

describe.each(ofKind('find'))('the world of %s', (_, find) => {
  test('forgets one of its pool, neighbours have different ones, and each has its turn', () => {
    const worlds = seats.map((seed) => worldOf(find, seed))
    expect(new Set(worlds)).toEqual(new Set(find.pool.map(({ check }) => check)))
    worlds.forEach((world, seat) => expect(world).not.toBe(worlds[seat + 1]))
    expect(worldOf(find, seats[3]!)).toBe(worlds[3])
  })

  test('has a pool of checks that are made in its revision', () => {
    const revision = find.revision ?? storyOf(find).revision
    for (const { check } of find.pool) expect(levelIn(checkWithId(check)!, revision)).toBeDefined()
  })

  test('looks the same whichever is forgotten, while nobody interferes', async () => {
    const careful = looks(await playFor(find, storyOf(find), SEED, { forget: [] }))
    for (const { check } of find.pool) {
      const world = await playFor(find, storyOf(find), SEED, { forget: [check] })
      expect(looks(world)).toEqual(careful)
    }
  })

  test('has probes that are refused at exactly their check, and get past it where it is forgotten', async () => {
    for (const suspect of find.pool)
      for (const nth of suspect.probes.keys()) {
        const { check } = suspect
        const careful = await playedIn(find, suspect, nth, [])
        expect([check, brokenAt(check, careful)]).toEqual([check, expect.any(Number)])
        const careless = await playedIn(find, suspect, nth, [check])
        expect([check, brokenAt(check, careless)]).toEqual([check, undefined])
        const missed = careless.run.log.find(({ findings }) =>
          findings.some((one) => one.check === check && !one.holds),
        )
        expect(missed?.findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
      }
  })

  test('tells whoever names another check by that check’s own probe, in this very world', async () => {
    const reasons = new Set<string>()
    for (const hidden of find.pool) {
      const seed = seedFor(find, hidden.check)
      for (const { check } of find.pool.filter((one) => one !== hidden)) {
        const verdict = await judged(find, { kind: 'find', check }, seed)
        expect(verdict.solved).toBe(false)
        expect(verdict.sentence).toContain(`by \`${check}\`: that check is made`)
        expect(`${verdict.sentence} ${verdict.because}`).not.toContain(`\`${hidden.check}\``)
        expect(verdict.runs[0]?.at).toBeDefined()
        if (hidden === find.pool[0]) reasons.add(verdict.sentence)
      }
    }
    expect(reasons.size).toBe(find.pool.length - 1)
  })

  test('says what got through of somebody’s own changes, and never names what is forgotten', async () => {
    for (const hidden of find.pool.slice(0, 2)) {
      const seed = seedFor(find, hidden.check)
      const { log } = (await playFor(find, storyOf(find), seed, { forget: [hidden.check] })).run
      const other = find.pool[(find.pool.indexOf(hidden) + 1) % find.pool.length]!
      for (const suspect of [hidden, other]) {
        const decisions = decisionsOf(suspect.probes[0], log)
        const trying = await tryIn(find, storyOf(find), decisions, seed)
        expect([suspect.check, trying.gotThrough]).toEqual([suspect.check, suspect === hidden])
        expect(trying.sentence).not.toContain(hidden.check)
      }
    }
    const nothing = await tryIn(find, storyOf(find), [], SEED)
    expect(nothing).toMatchObject({ gotThrough: false, at: undefined })
  })

  test('says whether the party is right, and nothing more than that', async () => {
    const hidden = worldOf(find, SEED)
    const right = hidden.split('/', 1)[0]!
    const wrong = right === 'ds' ? 'proxy' : 'ds'
    const yes = await judged(find, { kind: 'find', party: right })
    const no = await judged(find, { kind: 'find', party: wrong })
    expect([yes.solved, no.solved]).toEqual([false, false])
    expect(yes.sentence).toMatch(/^Yes, it is /)
    expect(no.sentence).toMatch(/^No, it is not /)
    expect(`${yes.sentence} ${yes.because}`).not.toContain(hidden)
    const stranger = await judged(find, { kind: 'find', check: 'as/no-such-check' })
    expect(stranger.sentence).toContain('`as/no-such-check` is not among the checks')
  })
})

describe('who names the right party and another of its checks', () => {
  test('is told that the party is right', async () => {
    const [, find] = ofKind('find').find(([id]) => id === 'look-everywhere')!
    const seed = seedFor(find, 'as/verifier-matches')
    const close = await judged(find, { kind: 'find', check: 'as/redirect-uri-exact' }, seed)
    const far = await judged(find, { kind: 'find', check: 'client/state-matches' }, seed)
    expect(close.because).toMatch(/^The party is right/)
    expect(far.because).not.toContain('The party is right')
  })
})
