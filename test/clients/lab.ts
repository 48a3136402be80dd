import type { RequestHandler } from 'msw'
import { virtualClock } from '../../engine/chance/clock.ts'
import { handlersOf } from '../../engine/network/handlers.ts'
import { fetchOver, inPageNetwork } from '../../engine/network/in-page.ts'
import { clientSite } from '../../engine/parties/client-site.ts'
import { freshNotes } from '../../engine/parties/mcp-server/notes.ts'
import type { Registration } from '../../engine/registration.ts'
import type { Revision } from '../../engine/spec/revisions.ts'
import {
  originsIn,
  OWNER,
  preRegisteredClient,
  serversFor,
  type Arrangement,
  type Origins,
} from '../../engine/world.ts'
import { ownerBrowser } from './owner-browser.ts'

/** Where the client under test waits for the browser to come back. */
export const REDIRECT_URI = 'http://127.0.0.1:49152/callback'

/** Where the client under test publishes a document about itself: its client_id, where the server reads such documents. */
export const DOCUMENT_URL = 'https://outsider.example/oauth/client.json'

/** The note that a client is after: its name, and the text that only the owner's token gets. */
export const NOTE = {
  name: 'seed-vault',
  text: freshNotes().get(OWNER.username)!.get('seed-vault')!,
} as const

/** What is particular about the servers. */
export interface Particulars {
  readonly revision?: Revision
  /** The one way to a client_id that is open. */
  readonly registration?: Registration
  readonly origins?: Origins
  readonly seed?: string
  readonly forget?: readonly string[]
  readonly arrangement?: Arrangement
}

const site = () =>
  handlersOf([
    clientSite({
      url: DOCUMENT_URL,
      document: {
        client_id: DOCUMENT_URL,
        client_name: 'A client from outside',
        redirect_uris: [REDIRECT_URI],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
      },
      maxAge: 600,
    }),
  ])

/** The lab's servers as a client from outside meets them. `forget` names checks they do not make. */
export const openLab = ({
  revision = '2025-06-18',
  registration = 'dynamic',
  origins = originsIn(revision),
  seed = 'servers',
  forget = [],
  arrangement = {},
}: Particulars = {}) => {
  const clock = virtualClock()
  const given = { clock, revision, registration, origins, seed }
  const handlers: RequestHandler[] = serversFor({
    ...given,
    forget,
    outside: inPageNetwork(site()),
    arrangement: {
      ...arrangement,
      authorization: {
        registersClients: registration === 'dynamic',
        readsClientDocuments: registration === 'metadata-document',
        ...arrangement.authorization,
      },
    },
  })
  const fetchOverHandlers = fetchOver(handlers)
  const exchanges: string[] = []
  const bodies: string[] = []
  const answers: { readonly url: string; readonly headers: Headers }[] = []
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { method, url } = request
    bodies.push(await request.clone().text())
    const response = await fetchOverHandlers(request)
    exchanges.push(`${method} ${url} ${response.status}`)
    answers.push({ url, headers: response.headers })
    return response
  }
  return {
    ...origins,
    revision,
    registration,
    clock,
    handlers,
    /** The client that was registered beforehand, where that is the way. */
    known: preRegisteredClient(given),
    fetch,
    browse: ownerBrowser(handlers, clock, revision),
    /** What `fetch` exchanged since this was last asked: `POST https://notes.example/mcp 401`. */
    exchanged: () => exchanges.splice(0),
    /** The body of every request so far, empty where there was none. */
    bodies,
    /** The head of every answer so far. */
    answers,
  }
}
export type Lab = ReturnType<typeof openLab>
