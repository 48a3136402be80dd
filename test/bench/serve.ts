import { realClient } from '../serve/real-client.ts'
import { startCommand } from '../serve/command.ts'

/** Whole handshakes of one MCP SDK with `npm run serve`, two processes and real connections between them. */
export interface ServeFigures {
  readonly handshakesPerSecond: number
  /** Milliseconds for one, the middle one of all. */
  readonly handshake: number
  /** Requests that the SDK and the owner's browser send in one. */
  readonly requests: number
}

/** Requests of the owner's browser in one handshake: the authorization request, sign-in, the consent page, consent. */
const BROWSER_REQUESTS = 4

/** Handshakes one after the other, each by a client that has never been there: from the 401 to a note, and a refresh. */
export const measureServe = async (rounds = 40): Promise<ServeFigures> => {
  const command = startCommand('--quiet')
  try {
    const [, resource = ''] = await command.printed(/MCP server +(\S+)/)
    for (let warm = 0; warm < 5; warm++) await handshake(resource)
    const times: number[] = []
    let requests = 0
    const start = globalThis.performance.now()
    for (let round = 0; round < rounds; round++) {
      const begun = globalThis.performance.now()
      requests = BROWSER_REQUESTS + (await handshake(resource))
      times.push(globalThis.performance.now() - begun)
    }
    const seconds = (globalThis.performance.now() - start) / 1000
    const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]
    return { handshakesPerSecond: rounds / seconds, handshake: middle ?? Number.NaN, requests }
  } finally {
    command.interrupt()
    await command.ended
  }
}

const handshake = async (resource: string): Promise<number> => {
  const client = realClient(resource, '2025-11-25')
  await client.authorize()
  const connection = await client.connect()
  await connection.readNote()
  client.kept.tokens = { ...client.kept.tokens!, access_token: 'worn.out.token' }
  await connection.readNote()
  await connection.close()
  return client.exchanged.length
}
