import { describe, expect, test } from 'vitest'
import { openForTest } from './lab.ts'
import { tell } from './raw.ts'

const PAGE = 'http://localhost:6274'
const FOREIGN = 'https://evil.example'

/** What a server answers to a request from a page, header fields in lower case. */
const ask = async (url: string, method: string, fields: Record<string, string>) => {
  const { origin, host, pathname } = new URL(url)
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  const answer = await tell(
    origin,
    `${method} ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${lines.join('')}\r\n`,
  )
  const [head = ''] = answer.split('\r\n\r\n', 1)
  const [status = '', ...headers] = head.split('\r\n')
  const byName = new Map(
    headers.map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    }),
  )
  return { status: Number(status.split(' ')[1]), header: (name: string) => byName.get(name) }
}

const preflight = (url: string, origin: string) =>
  ask(url, 'OPTIONS', {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization,mcp-protocol-version',
  })

describe('MCP 2025-11-25 Transports: a page that nobody allowed', () => {
  test('gets 403 from the MCP server, and nothing it could read', async () => {
    const { origins, seen } = await openForTest()
    const answer = await ask(origins.resource, 'POST', { Origin: FOREIGN })
    expect(answer.status).toBe(403)
    expect(answer.header('access-control-allow-origin')).toBeUndefined()
    const broken = seen[0]!.findings.filter(({ verdict }) => verdict === 'broken')
    expect(broken.map(({ check, received }) => [check, received])).toEqual([
      ['rs/origin-allowed', FOREIGN],
    ])
  })

  test('is let in by a server that forgot to look, and still cannot read the answer', async () => {
    const { origins } = await openForTest({ forget: ['rs/origin-allowed'] })
    const answer = await ask(origins.resource, 'POST', { Origin: FOREIGN })
    expect(answer.status).toBe(401)
    expect(answer.header('access-control-allow-origin')).toBeUndefined()
  })

  test.each(['resource', 'token'])(
    'may not send a request that it has to ask for: %s',
    async (at) => {
      const { origins } = await openForTest({ allowedOrigins: [PAGE] })
      const url = at === 'resource' ? origins.resource : `${origins.issuer}/token`
      const answer = await preflight(url, FOREIGN)
      expect(answer.status).toBe(405)
      expect(answer.header('access-control-allow-origin')).toBeUndefined()
    },
  )
})

describe('a page that --allow-origin names', () => {
  test('may ask before it sends, and is told what it may send', async () => {
    const { origins } = await openForTest({ allowedOrigins: [PAGE] })
    const answer = await preflight(origins.resource, PAGE)
    expect(answer.status).toBe(204)
    expect(answer.header('access-control-allow-origin')).toBe(PAGE)
    expect(answer.header('access-control-allow-headers')).toBe('authorization,mcp-protocol-version')
    expect(answer.header('access-control-allow-methods')).toContain('POST')
    expect(answer.header('vary')).toBe('Origin')
  })

  test('may read the challenge of the MCP server', async () => {
    const { origins } = await openForTest({ allowedOrigins: [PAGE] })
    const answer = await ask(origins.resource, 'POST', { Origin: PAGE })
    expect(answer.status).toBe(401)
    expect(answer.header('access-control-allow-origin')).toBe(PAGE)
    expect(answer.header('access-control-expose-headers')).toContain('WWW-Authenticate')
    expect(answer.header('access-control-allow-credentials')).toBeUndefined()
  })

  test('may read the metadata of both servers', async () => {
    const { origins } = await openForTest({ allowedOrigins: [PAGE] })
    const { origin } = new URL(origins.resource)
    for (const url of [
      `${origin}/.well-known/oauth-protected-resource/mcp`,
      `${origins.issuer}/.well-known/oauth-authorization-server`,
    ])
      expect((await ask(url, 'GET', { Origin: PAGE })).header('access-control-allow-origin')).toBe(
        PAGE,
      )
  })

  test.each(['/authorize', '/sign-in', '/consent'])(
    'OAuth 2.1 draft-13 §3.1 reads nothing of %s',
    async (path) => {
      const { origins } = await openForTest({ allowedOrigins: [PAGE] })
      for (const answer of [
        await ask(`${origins.issuer}${path}`, 'GET', { Origin: PAGE }),
        await preflight(`${origins.issuer}${path}`, PAGE),
      ]) {
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.header('access-control-allow-origin')).toBeUndefined()
      }
    },
  )
})
