import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { OWNER } from '../../engine/world.ts'
import { openForTest } from '../serve/lab.ts'
import { launchChromium } from './chromium.ts'

// The lab's servers over real HTTP, and a browser that nobody here wrote: what it does with cookies, pages and origins.

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const openPage = async (): Promise<Page> => {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

/** A program on this machine that answers a browser; its origin is written with `host`. */
const program = async (answer: RequestListener, host: string): Promise<string> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

test('RFC 6265bis draft-22 §5.7 Chromium keeps the session cookie over loopback http, so the owner can sign in and allow', async () => {
  const client = await program((_, answer) => answer.end('You may close this window.'), '127.0.0.1')
  const redirect = `${client}/callback`
  const { known, origins, seen } = await openForTest({ registration: 'pre-registered' })
  const page = await openPage()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: known!.client_id,
    redirect_uri: redirect,
    state: 'af0ifjsldkj',
    scope: 'notes:read',
    resource: origins.resource,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  await page.goto(`${origins.issuer}/authorize?${query}`)
  await page.getByLabel('Name').fill(OWNER.username)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.waitForURL(`${redirect}?*`)
  const came = new URL(page.url()).searchParams
  expect([came.get('state'), came.get('error')]).toEqual(['af0ifjsldkj', null])
  expect(came.get('code')).toMatch(/.{20}/)
  const cookies = seen.flatMap(({ request }) =>
    request.headers.filter(([name]) => name === 'Cookie').map(([, value]) => value.split('=')[0]),
  )
  expect(cookies).toEqual([
    'handshake-lab-session',
    'handshake-lab-session',
    'handshake-lab-session',
  ])
})

const askFrom = async (pageOrigin: string, resource: string) => {
  const page = await openPage()
  await page.goto(pageOrigin)
  return page.evaluate(async (url) => {
    try {
      const headers = { 'Content-Type': 'application/json', 'MCP-Protocol-Version': '2025-11-25' }
      const { status, headers: got } = await fetch(url, { method: 'POST', headers, body: '{}' })
      return [status, got.get('WWW-Authenticate')]
    } catch (error) {
      return String(error)
    }
  }, resource)
}

test('a page that --allow-origin names reads the challenge; any other page reads nothing', async () => {
  const show: RequestListener = (_, answer) => {
    answer.setHeader('Content-Type', 'text/html').end('<title>A client in a page</title>')
  }
  const allowed = await program(show, 'localhost')
  const other = await program(show, 'localhost')
  const { origins, seen } = await openForTest({ allowedOrigins: [allowed] })
  expect(await askFrom(allowed, origins.resource)).toEqual([
    401,
    expect.stringContaining('resource_metadata='),
  ])
  expect(await askFrom(other, origins.resource)).toBe('TypeError: Failed to fetch')
  expect(seen.map(({ request, response }) => `${request.method} ${response?.status}`)).toEqual([
    'OPTIONS 204',
    'POST 401',
    'OPTIONS 405',
  ])
})
