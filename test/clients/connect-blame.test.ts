import { expect, test } from 'vitest'
import { virtualClock } from '../../engine/chance/clock.ts'
import { connectClient } from '../../engine/connect.ts'
import { inPageNetwork } from '../../engine/network/in-page.ts'
import { serversFor } from '../../engine/world.ts'

const connect = (change: Partial<Parameters<typeof connectClient>[0]>) =>
  connectClient({
    serverUrl: 'https://notes.example/mcp',
    network: inPageNetwork(serversFor({ clock: virtualClock(), revision: '2025-11-25' })),
    openBrowser: () => Promise.resolve(undefined),
    revision: '2025-11-25',
    ...change,
  })

test('what the caller’s browser throws, the caller hears', async () => {
  const openBrowser = () => Promise.reject(new Error('no display'))
  await expect(connect({ openBrowser })).rejects.toThrow('no display')
})

test('what the caller’s network throws, the caller hears', async () => {
  const network = { send: () => Promise.reject(new Error('no cable')) }
  await expect(connect({ network })).rejects.toThrow('no cable')
})

test('a redirect URI that is no URL is the caller’s mistake', async () => {
  await expect(connect({ redirectUri: 'nowhere' })).rejects.toThrow(TypeError)
})

test('a browser that never comes back is none of these', async () => {
  expect((await connect({})).ending).toMatchObject({
    ending: 'refused',
    sentence: 'The browser never came back with an answer that the client could use.',
  })
})
