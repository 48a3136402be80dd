import type { Server } from '../network/server.ts'
import type { ClientDocument } from '../oauth/client-document.ts'

/** The web site of the client's makers. All that is of interest there is the document in which the client says who it is. */
export const clientSite = ({
  url,
  document,
  maxAge,
}: {
  /** The address of the document, which is the client_id. */
  readonly url: string
  readonly document: ClientDocument
  /** For how many seconds an authorization server may use it again without asking. */
  readonly maxAge: number
}): Server => {
  const { origin, pathname } = new URL(url)
  const answer = () => ({
    status: 200,
    headers: [
      ['Content-Type', 'application/json'],
      ['Cache-Control', `max-age=${maxAge}`],
    ] as const,
    body: JSON.stringify(document),
  })
  return { id: 'client-site', origin, routes: [{ path: pathname, methods: { GET: answer } }] }
}
