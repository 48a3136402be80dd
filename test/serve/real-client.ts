import {
  Client,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client'
import { virtualClock } from '../../engine/chance/clock.ts'
import { seededRandom } from '../../engine/chance/random.ts'
import { fetchNetwork } from '../../engine/network/fetch.ts'
import { directLine } from '../../engine/parties/line.ts'
import { accountOwner, DEFAULT_CHOICES } from '../../engine/parties/owner.ts'
import { userAgent } from '../../engine/parties/user-agent.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import { OWNER } from '../../engine/world.ts'
import { NOTE, REDIRECT_URI } from '../clients/lab.ts'
import { rememberingProvider, type Kept } from '../clients/remembering-provider.ts'

/** The owner in front of a browser that goes over the real network; answers the URL with which it would have come back. */
export const browseFor = async (authorizationUrl: URL, revision: Revision): Promise<URL> => {
  let callback: string | undefined
  const network = fetchNetwork(fetch)
  const line = directLine({
    send: async (request) => {
      if (!request.url.startsWith(`${REDIRECT_URI}?`)) return network.send(request)
      callback = request.url
      return undefined
    },
  })
  const browser = userAgent(
    {
      clock: virtualClock(),
      random: seededRandom('owner'),
      line,
      revision,
      forgotten: new Set(),
      journal: () => {},
    },
    accountOwner(OWNER, DEFAULT_CHOICES),
    {
      partyAt: () => 'authorization-server',
      namesOf: () => ({ name: 'page-request', answer: () => 'page' }),
    },
  )
  await browser.open(authorizationUrl.href)
  if (callback === undefined) throw new Error('the browser was not sent back to the client')
  return new URL(callback)
}

/** Where the client under test publishes its document, if anybody asks. */
export const DOCUMENT_URL = 'https://outsider.example/client.json'

/** An MCP SDK, as npm installs it, at a server that really listens. `exchanged`: what it sent, and the statuses. */
export const realClient = (resource: string, revision: Revision, documentUrl?: string) => {
  const kept: Kept = {}
  const exchanged: string[] = []
  const counting: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const { method, url } = request
    const response = await fetch(request)
    exchanged.push(`${method} ${url} ${response.status}`)
    return response
  }
  const dial = () => {
    const mode = revision === '2026-07-28' ? 'auto' : 'legacy'
    const client = new Client(
      { name: 'outsider', version: '1.0.0' },
      { versionNegotiation: { mode } },
    )
    const transport = new StreamableHTTPClientTransport(new URL(resource), {
      authProvider: {
        ...rememberingProvider(kept),
        ...(documentUrl !== undefined && { clientMetadataUrl: documentUrl }),
      },
      fetch: counting,
    })
    return { client, transport }
  }
  /** From nothing to a token: refused, discovers, registers, sends the owner to the browser, exchanges the code. */
  const authorize = async () => {
    const { client, transport } = dial()
    const refusal = await client.connect(transport).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (!(refusal instanceof UnauthorizedError))
      throw new Error('the server let a client in without a token', { cause: refusal })
    await transport.finishAuth((await browseFor(kept.opened!, revision)).searchParams)
    await client.close()
  }
  /** Opens a connection with what is kept, and answers what reads a note over it. */
  const connect = async () => {
    const { client, transport } = dial()
    await client.connect(transport)
    return {
      readNote: async () => {
        const result = await client.callTool({
          name: 'read_note',
          arguments: { name: NOTE.name },
        })
        return (result as { content: { text: string }[] }).content[0]!.text
      },
      close: () => client.close(),
    }
  }
  return { kept, exchanged, authorize, connect }
}
