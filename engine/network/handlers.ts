import './local-storage.ts'
import type { RequestHandler } from 'msw'
import { http } from 'msw/http'
import type { HttpResponse } from '../wire/message.ts'
import { fromRequest, toResponse, URL_LIMIT } from './http.ts'
import type { Recorder, Route, Server } from './server.ts'

/** The MSW handlers of a server party: one for each of its paths, and one that answers 404 for the rest of its origin. */
export const handlersOf = (server: Server, recorder?: Recorder): RequestHandler[] => [
  ...server.routes.map((route) =>
    http.all(`${server.origin}${route.path}`, async ({ request }) =>
      toResponse(await answer(route, request, recorder)),
    ),
  ),
  http.all(`${server.origin}/*`, () => toResponse(plain(404, 'There is nothing here.'))),
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
  return method(request, {
    message: id,
    found: (findings) => known?.found(id!, findings),
    did: (deeds) => known?.did(id!, deeds),
  })
}

const plain = (
  status: number,
  text: string,
  headers: HttpResponse['headers'] = [],
): HttpResponse => ({
  status,
  headers: [['Content-Type', 'text/plain; charset=utf-8'], ...headers],
  body: `${text}\n`,
})
