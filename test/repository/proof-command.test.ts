import { describe, expect, test } from 'vitest'
import { attacks } from '../../scenarios/index.ts'
import { readFlags } from '../proof/flags.ts'
import { run } from '../setup/tools.mjs'

const slugs = attacks.map(({ id }) => id)

const command = async (...flags: string[]) => {
  let output = ''
  const code = await run(['.build/run-ts.mjs', 'test/proof/main.ts', ...flags], {
    print: (part) => {
      output += part
    },
  })
  return { code, output }
}

describe('npm run proof', () => {
  test.each([
    [['--attak'], /no flag --attak\. Did you mean --attack\?/],
    [['wrong-audience'], /“wrong-audience” is no flag/],
    [['--attack'], /--attack needs a value: --attack SLUG/],
    [['--attack', '--json'], /--attack needs a value/],
    [['--attack', 'wrong-audienc'], /no attack wrong-audienc\. Did you mean wrong-audience\?/],
    [['--revision', '2025-11-26'], /no revision 2025-11-26\. Did you mean 2025-11-25\?/],
    [['--revision=2025-11-25', '--all-revisions'], /do not go together/],
  ])('%j is answered with what is wrong', (flags, says) => {
    const reading = readFlags(flags, slugs)
    expect('problem' in reading && reading.problem).toMatch(says)
  })

  test('reads what it is asked for', () => {
    const reading = readFlags(['--attack=wrong-audience', '--all-revisions', '--json'], slugs)
    expect(reading).toMatchObject({
      flags: { attacks: ['wrong-audience'], json: true, help: false },
    })
    expect('flags' in reading && reading.flags.revisions?.length).toBe(4)
  })

  test('prints the runs of an attack, and ends with 0 where all of them hold', async () => {
    const { code, output } = await command('--attack', 'wrong-audience')
    expect(output).toContain('wrong-audience, MCP 2025-11-25')
    expect(output).toMatch(/✓ +stop +refused +\d+ of \d+ +rs\/audience-is-me/)
    expect(output).not.toContain('✗')
    expect(code).toBe(0)
  })

  test('prints every run as JSON', async () => {
    const { code, output } = await command('--attack', 'wrong-audience', '--json')
    const { runs } = JSON.parse(output)
    expect(runs[0]).toEqual({
      scenario: 'wrong-audience',
      variant: null,
      revision: '2025-11-25',
      kind: 'careless',
      remembered: [],
      forgotten: expect.any(Array),
      expected: 'won',
      ending: 'won',
      decided: null,
      at: expect.any(Number),
      messages: expect.any(Number),
      holds: true,
    })
    expect(code).toBe(0)
  })

  test('ends with 2 on a flag that it does not know, and says which there are', async () => {
    const { code, output } = await command('--frobnicate')
    expect(code).toBe(2)
    expect(output).toContain('There are --attack, --revision, --all-revisions, --json, --help.')
  })
})
