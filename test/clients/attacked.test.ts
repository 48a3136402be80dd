import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attacks } from '../../scenarios/index.ts'
import { messageText, startRun } from '../../engine/index.ts'
import { issuerSpoof } from '../../scenarios/attacks/issuer-spoof.ts'
import { fareAll, outsiders, quietly } from './attacked.ts'

test('both generations of the SDK fare in every attack on a client as the proof page says', async () => {
  const kept = new URL('../../web/proof/official-clients.json', import.meta.url)
  expect(await quietly(() => fareAll(attacks))).toEqual(JSON.parse(readFileSync(kept, 'utf8')))
})

test.each(outsiders)(
  'every request of $name is a message of the client in the log, as it was sent',
  async ({ client, knows }) => {
    const run = startRun({
      scenario: issuerSpoof,
      revision: knows.at(-1)!,
      forget: [],
      foreign: client,
    })
    await run.finish()
    const [first] = run.log
    expect(first).toMatchObject({ from: 'client', to: 'attacker', name: 'mcp-request' })
    expect(messageText(first!)).toContain('jsonrpc')
    expect(run.log.map(({ name }) => name)).toContain('server-metadata-request')
  },
)
