import './local-storage.ts'
import type { RequestHandler } from 'msw'
import { http } from 'msw/http'
import { fromRequest, plain, toResponse, URL_LIMIT } from './http.ts'
import type { Recorder, Route, Server } from './server.ts'

/**
 * The MSW handlers of server parties: one for each of their paths, and one for each origin that answers 404 for the rest
 * of it. Two parties may share an origin.
 */
export const handlersOf = (servers: readonly Server[], recorder?: Recorder): RequestHandler[] => [
  ...servers.flatMap(({ origin, routes }) =>
    routes.map((route) =>
      http.all(`${origin}${route.path}`, async ({ request }) =>
        toResponse(await answer(route, request, recorder)),
      ),
    ),
  ),
  ...[...new Set(servers.map(({ origin }) => origin))].map((origin) =>
    http.all(`${origin}/*`, () => toResponse(plain(404, 'There is nothing here.'))),
  ),
]

const answer = async (route: Route, platform: Request, recorder: Recorder | undefined) => {
  // A method may be called `constructor`.
  const method = Object.hasOwn(route.methods, platform.method)
    ? route.methods[platform.method]
    : undefined
  if (!method)
    return plain(405, 'This method is not allowed here.', [
      ['Allow', Object.keys(route.methods).join(', ')],
    ])
  if (platform.url.length > URL_LIMIT) return plain(414, 'The address is too long.')
  const { request, id, tooLarge } = await fromRequest(platform)
  if (tooLarge) return plain(413, 'The request is too large.')
  const known = id !== undefined ? recorder : undefined
  const response = await method(request, {
    message: id,
    found: (findings) => known?.found(id!, findings),
    did: (deeds) => known?.did(id!, deeds),
  })
  if (!known) recorder?.unnumbered?.(request, response)
  return response
}
