import { describe, expect, test } from 'vitest'
import { mattersFor, solutionOf, type Answers, type Fix } from '../../engine/exercise/index.ts'
import type { Attack } from '../../engine/scenario.ts'
import { judged, ofKind, SEED, storyOf } from './judged.ts'

const remembering = (fix: Fix, remember: readonly string[]) =>
  judged(fix, { kind: 'fix', remember })

const solved = async (fix: Fix) =>
  ((await solutionOf(fix, storyOf(fix), SEED)) as Answers['fix']).remember

const fixes = Object.fromEntries(ofKind('fix'))

describe.each(ofKind('fix'))('whoever is to %s', (_, fix) => {
  test('solves it with the attack refused, the client let in, and both to be seen', async () => {
    const { runs, sentence } = await remembering(fix, await solved(fix))
    expect(sentence).toContain('The owner’s own client still gets what it wants.')
    expect(runs.map(({ acts }) => acts === undefined)).toEqual([true, false])
  })

  test('does not solve it with one check less, and hears why', async () => {
    const solution = await solved(fix)
    for (const check of solution) {
      const fewer = await remembering(
        fix,
        solution.filter((one) => one !== check),
      )
      expect(fewer.solved).toBe(false)
      expect(fewer.because).toMatch(
        solution.length > 1 ? /only part of it/ : /^Nothing is remembered/,
      )
      // Which check is missing, it does not give away.
      expect(fewer.because).not.toContain(`\`${check}\``)
    }
  })

  test('does not solve it with one check more, and hears which', async () => {
    const solution = await solved(fix)
    const [extra] = mattersFor(fix, storyOf(fix)).filter((one) => !solution.includes(one))
    const more = await remembering(fix, [...solution, extra!])
    expect(more.solved).toBe(false)
    expect(more.sentence).toMatch(/more is remembered than that takes: `[\w/-]+` can go/)
    const everything = await remembering(fix, mattersFor(fix, storyOf(fix)))
    expect(everything.solved).toBe(false)
  })

  test('hears of each decoy what its story says of it', async () => {
    const { decoys } = storyOf(fix) as Attack
    const verdicts = await Promise.all(decoys.map(({ checks }) => remembering(fix, checks)))
    expect(verdicts.filter(({ solved: yes }) => yes)).toEqual([])
    // Some decoys shut out everybody, or are half of something: that is said in their place.
    const heard = decoys.filter(({ because }, nth) =>
      verdicts[nth]!.because.includes(` does not stop it. ${because}`),
    )
    expect(heard.length).toBeGreaterThanOrEqual(Math.min(3, decoys.length - 1))
  })

  test('cannot remember what does not matter here', async () => {
    const { solved: yes, sentence } = await remembering(fix, ['ds/token-valid', 'as/no-such'])
    expect(yes).toBe(false)
    expect(sentence).toContain('does not belong to what can be remembered here')
  })
})

describe('the judge of a fix', () => {
  test('takes either check where one of two will do, and not both', async () => {
    const fix = fixes['stop-the-deputy']!
    const ways = [['proxy/consent-per-client'], ['proxy/no-silent-consent']]
    const verdicts = await Promise.all([...ways, ways.flat()].map((one) => remembering(fix, one)))
    expect(verdicts.map((one) => one.solved)).toEqual([true, true, false])
  })

  test('does not take a door that opens for nobody', async () => {
    const shut = await remembering(fixes['stop-the-interception']!, ['as/pkce-required'])
    expect(shut.solved).toBe(false)
    expect(shut.sentence).toContain('their own client does not get in either')
    expect(shut.runs[0]?.acts).toBeDefined()
  })

  test('calls only that too much without which the owner’s client still gets in', async () => {
    const { sentence } = await remembering(fixes['stop-the-interception']!, [
      'client/pkce-s256',
      'as/verifier-matches',
      'as/pkce-required',
    ])
    expect(sentence).toContain('`as/pkce-required` can go')
  })
})
