import './local-storage.ts'
import type { RequestHandler } from 'msw'
import { getResponse } from 'msw/utils/get-response'
import { readUrl } from '../oauth/redirect-uri.ts'
import { badRequest, fromResponse, readRequest } from './http.ts'
import type { Network } from './network.ts'

/**
 * Asks MSW for the answer. A handler that does not match still costs a clone of the request, so the ones whose path is
 * this very URL are asked first; the others only when none is.
 */
const answerBy = async (
  handlers: readonly RequestHandler[],
  request: Request,
): Promise<Response | undefined> => {
  // MSW keeps a copy of every request for whoever wants to log it, which in a browser is a fifth of the work. Nobody does.
  Object.defineProperty(request, 'clone', { value: () => request })
  const path = request.url.split(/[?#]/, 1)[0]
  const exact = handlers.filter((handler) => Reflect.get(handler.info, 'path') === path)
  return getResponse(exact.length > 0 ? exact : [...handlers], request)
}

/** The network that needs nothing but the page: MSW's handlers, asked directly. Works in workers, sandboxed iframes and from `file://`. */
export const inPageNetwork = (handlers: RequestHandler[]): Network => ({
  send: async (request, id) => {
    const url = readUrl(request.url)
    if (!url || !/^https?:$/.test(url.protocol)) return undefined
    const platform = readRequest(request, id)
    if (!platform) return badRequest
    const response = await answerBy(handlers, platform)
    return response && (await fromResponse(response))
  },
})

/** The same network as a `fetch`, for clients that nobody here wrote. Answers like a refused connection where nothing listens. */
export const fetchOver =
  (handlers: RequestHandler[]): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const response = await answerBy(handlers, request)
    if (!response) throw new TypeError(`nothing listens at ${new URL(request.url).origin}`)
    return response
  }
