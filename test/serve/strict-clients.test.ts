import { onTestFinished, expect, test } from 'vitest'
import { NOTE, type Lab } from '../clients/lab.ts'
import { authorizedBy } from '../clients/oauth4webapi-client.ts'
import { sdks } from '../clients/sdks.ts'
import type { Kept } from '../clients/remembering-provider.ts'
import { startCommand } from './command.ts'
import { browseFor } from './real-client.ts'

const REVISION = '2025-11-25'

/** The servers of the real command, for clients that are otherwise tried in one process. */
const serving = async () => {
  const command = startCommand(`--revision ${REVISION}`)
  onTestFinished(async () => {
    command.interrupt()
    await command.ended
  })
  const [, resource = ''] = await command.printed(/MCP server +(\S+)/)
  const lab = {
    resource,
    revision: REVISION,
    registration: 'dynamic',
    known: undefined,
    fetch,
    browse: (url: URL) => browseFor(url, REVISION),
  } satisfies Partial<Lab>
  return lab as unknown as Lab
}

test.each(
  sdks.filter(({ knows }) => knows.includes(REVISION)).map((sdk) => [sdk.name, sdk] as const),
)('npm run serve gives %s its note', async (_, sdk) => {
  const lab = await serving()
  const kept: Kept = {}
  const first = sdk.dial(lab, kept)
  await expect(first.open()).rejects.toBeInstanceOf(sdk.unauthorized)
  await first.finishAuth(await browseFor(kept.opened!, REVISION))
  const connection = sdk.dial(lab, kept)
  await connection.open()
  expect(await connection.call('read_note', { name: NOTE.name })).toBe(NOTE.text)
  await connection.end()
})

test('npm run serve satisfies oauth4webapi, from discovery to refresh', async () => {
  const lab = await serving()
  const { tokens, refresh, readNote } = await authorizedBy(lab)
  expect(await readNote(tokens.access_token)).toBe(NOTE.text)
  const renewed = await refresh(tokens.refresh_token!)
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
  expect(await readNote(renewed.access_token)).toBe(NOTE.text)
})
