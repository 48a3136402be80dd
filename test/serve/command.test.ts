import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { OWNER } from '../../engine/world.ts'
import { NOTE } from '../clients/lab.ts'
import { startCommand } from './command.ts'
import { rawConnection } from './raw.ts'
import { realClient } from './real-client.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handshake-lab-serve-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command, ended with the test whatever happens. */
const start = (flags?: string) => {
  const command = startCommand(flags)
  onTestFinished(async () => {
    command.interrupt()
    await command.ended
  })
  return command
}

/** A port that was free a moment ago, as was the one after it. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return Math.min(port, 65_534)
}

describe('npm run serve', () => {
  test('a real client finds all that it needs in what is printed, gets its note, and refreshes', async () => {
    const log = join(folder, 'exchanges.jsonl')
    const command = start(`--log ${log}`)
    const [, resource = ''] = await command.printed(/MCP server +(\S+)/)
    const [, issuer = ''] = await command.printed(/authorization server +(\S+)/)
    expect(resource).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/)
    await command.printed(new RegExp(`sign in +${OWNER.username}, .* ${OWNER.password}\n`))
    await command.printed(/registration +metadata-document or dynamic\n/)

    const client = realClient(resource, '2025-11-25')
    await client.authorize()
    const connection = await client.connect()
    expect(await connection.readNote()).toBe(NOTE.text)
    const before = client.kept.tokens!
    client.kept.tokens = { ...before, access_token: 'worn.out.token' }
    client.exchanged.length = 0
    expect(await connection.readNote()).toBe(NOTE.text)
    expect(client.exchanged).toContain(`POST ${issuer}/token 200`)
    await connection.close()

    await command.printed(/✗ rs\/token-present MUST refused/)
    await command.printed(/✓ rs\/audience-is-me MUST/)
    await command.printed(/asked by a server {2}GET \S+\/jwks {2}200 OK/)
    command.interrupt()
    const { code, output, errors } = await command.ended
    expect([code, errors]).toEqual([0, ''])
    expect(output).toMatch(/Stopped\.\n$/)
    // Not once it was printed at the start.
    expect(output.slice(output.indexOf('Ctrl-C'))).not.toContain(OWNER.password)
    expect(output).toContain('password=********')
    expect(output).toContain(before.access_token)

    const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
    const exchanges = lines.map((line) => JSON.parse(line))
    expect(exchanges[0]).toMatchObject({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      number: 1,
      request: { method: 'POST', url: resource },
      response: { status: 401 },
    })
    expect(lines.join('\n')).not.toContain(OWNER.password)
    expect(statSync(log).mode & 0o077).toBe(0)
  })

  test('--revision, --registration, --forget, --port, --allow-origin and --quiet are obeyed, and said', async () => {
    const port = await freePort()
    const command = start(
      `--revision 2025-03-26 --registration client-secret-basic --forget rs/token-present --port ${port} --allow-origin http://localhost:6274 --quiet`,
    )
    await command.printed(/speaks MCP 2025-03-26/)
    const [, resource] = await command.printed(/MCP server +(\S+)/)
    const [, issuer] = await command.printed(/authorization server +(\S+)/)
    expect(issuer).toBe(`http://127.0.0.1:${port}`)
    expect(resource).toBe(`${issuer}/mcp`)
    const [, id] = await command.printed(/client_id +(\S+)/)
    const [, secret] = await command.printed(/client_secret +(\S+)/)
    expect([id, secret]).toEqual([expect.stringMatching(/.{10}/), expect.stringMatching(/.{20}/)])
    await command.printed(/registration +client-secret-basic\n/)
    await command.printed(/! rs\/token-present \(MUST\): the MCP server does not make sure/)
    await command.printed(/pages that may call +http:\/\/localhost:6274/)
    await fetch(resource!, { method: 'POST' })
    const nonsense = rawConnection(issuer!)
    nonsense.say('nonsense\r\n\r\n')
    await nonsense.ended()
    command.interrupt()
    const { output } = await command.ended
    expect(output).not.toMatch(/#1|no HTTP request/)
  })

  test('takes the next ports where its own are taken, unless it was told which', async () => {
    const first = start()
    const [, one] = await first.printed(/authorization server +(\S+)/)
    const second = start()
    const [, other] = await second.printed(/authorization server +(\S+)/)
    expect(other).not.toBe(one)
    const third = startCommand(`--port ${new URL(one!).port}`)
    const { code, errors } = await third.ended
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/this port, or the one after it, is taken/),
    ])
  })

  test.each<[string, number, RegExp]>([
    ['--forget rs/audiense-is-me', 2, /Did you mean rs\/audience-is-me\?/],
    [
      '--log /nowhere/at/all.jsonl',
      1,
      /--log \/nowhere\/at\/all\.jsonl: this file cannot be written \(ENOENT\)/,
    ],
  ])('%j ends it, and says why', async (flags, code, problem) => {
    const ended = await startCommand(flags).ended
    expect([ended.code, ended.output]).toEqual([code, ''])
    expect(ended.errors).toMatch(problem)
  })

  test('--help lists the flags', async () => {
    const { code, output } = await startCommand('--help').ended
    expect([code, output]).toEqual([0, expect.stringMatching(/--revision DATE/)])
  })
})
