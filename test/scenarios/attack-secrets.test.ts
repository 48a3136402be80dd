import { describe, expect, test } from 'vitest'
import { header, knowledgeIn, OWNER, type WireMessage } from '../../engine/index.ts'
import { plansOf, PROOF_SEED, type ProofRun } from '../../engine/proof.ts'
import type { Attack } from '../../engine/scenario.ts'
import { attacks } from '../../scenarios/index.ts'
import { finished } from './played.ts'

/** Played with nothing forgotten, as the last run of each proof. */
const carefulLog = async (attack: Attack, { variant, revision }: ProofRun) => {
  const { run } = await finished({
    scenario: attack,
    variant,
    revision,
    forget: [],
    seed: PROOF_SEED,
  })
  return run.log
}

const HONEST = ['authorization-server', 'mcp-server']

/** What an honest server gave the owner’s client. */
const givenToTheClient = (log: readonly WireMessage[]) => {
  const honest = log.filter(
    ({ from, to, overheard }) => to === 'client' && HONEST.includes(from) && !overheard,
  )
  return knowledgeIn(honest).client
}

/** What a client shows to nobody but the server that it has it from. */
const KEPT: readonly string[] = ['refresh token', 'client secret']

/** Whether the story begins with somebody who can read what the client keeps. */
const beginsWithTheft = ({ given = [] }: Attack) => given.includes('vault.plain-file')

const addressesOf = (message: WireMessage): string[] => {
  if (message.kind === 'request') return [message.request.url]
  if (message.kind === 'response') return [header(message.response.headers, 'Location') ?? '']
  return [String(message.local.content['url'] ?? '')]
}

const careful = attacks.flatMap((attack: Attack) =>
  plansOf(attack)
    .filter(({ kind }) => kind === 'careful')
    .map(
      (planned) =>
        [
          `${attack.id}${planned.variant ? `, ${planned.variant}` : ''}, ${planned.revision}`,
          attack,
          planned,
        ] as const,
    ),
)

describe.each(careful)('where nobody forgets anything in %s', async (_, attack, planned) => {
  const log = await carefulLog(attack, planned)

  test('the owner’s password is with the owner, the browser and the authorization server', () => {
    const holders = ['owner', 'user-agent', 'authorization-server']
    const withIt = log.filter((message) => JSON.stringify(message).includes(OWNER.password))
    for (const { from, to } of withIt) expect(holders).toEqual(expect.arrayContaining([from, to]))
  })

  test('what the client is given stands in no address', () => {
    const tokens = givenToTheClient(log).filter(({ name }) => /token|secret/.test(name))
    for (const message of log)
      for (const address of addressesOf(message))
        for (const { value } of tokens) expect(address).not.toContain(value)
  })

  test('the attacker learns no refresh token and no secret of the client’s, unless that is given', () => {
    const his = new Set(knowledgeIn(log).attacker.map(({ value }) => value))
    const learned = givenToTheClient(log).filter(
      ({ name, value }) => KEPT.includes(name) && his.has(value),
    )
    expect(learned.length > 0).toBe(beginsWithTheft(attack))
  })
})
