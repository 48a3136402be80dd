import { virtualClock } from '../../engine/chance/clock.ts'
import { fetchOver } from '../../engine/network/in-page.ts'
import { freshNotes } from '../../engine/parties/mcp-server/notes.ts'
import { LAB_ORIGINS, OWNER, serversFor } from '../../engine/world.ts'
import { ownerBrowser } from './owner-browser.ts'

/** Where the client under test waits for the browser to come back. */
export const REDIRECT_URI = 'http://127.0.0.1:49152/callback'

/** The note that a client is after: its name, and the text that only the owner's token gets. */
export const NOTE = {
  name: 'seed-vault',
  text: freshNotes().get(OWNER.username)!.get('seed-vault')!,
} as const

/** The lab's servers as a client from outside meets them. `forget` names checks they do not make. */
export const openLab = (forget: readonly string[] = []) => {
  const clock = virtualClock()
  const handlers = serversFor({ clock, forget })
  const fetchOverHandlers = fetchOver(handlers)
  const exchanges: string[] = []
  const bodies: string[] = []
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { method, url } = request
    bodies.push(await request.clone().text())
    const response = await fetchOverHandlers(request)
    exchanges.push(`${method} ${url} ${response.status}`)
    return response
  }
  return {
    ...LAB_ORIGINS,
    clock,
    fetch,
    browse: ownerBrowser(handlers, clock),
    /** What `fetch` exchanged since this was last asked: `POST https://notes.example/mcp 401`. */
    exchanged: () => exchanges.splice(0),
    /** The body of every request so far, empty where there was none. */
    bodies,
  }
}
export type Lab = ReturnType<typeof openLab>
