import './local-storage.ts'
import type { RequestHandler } from 'msw'
import { getResponse } from 'msw/utils/get-response'
import { readUrl } from '../oauth/redirect-uri.ts'
import { fromResponse, toRequest } from './http.ts'
import type { Network } from './network.ts'

/** The network that needs nothing but the page: MSW's handlers, asked directly. Works in workers, sandboxed iframes and from `file://`. */
export const inPageNetwork = (handlers: RequestHandler[]): Network => ({
  send: async (request, id) => {
    const url = readUrl(request.url)
    if (!url || !/^https?:$/.test(url.protocol)) return undefined
    const response = await getResponse(handlers, toRequest(request, id))
    return response && (await fromResponse(response))
  },
})

/** The same network as a `fetch`, for clients that nobody here wrote. Answers like a refused connection where nothing listens. */
export const fetchOver =
  (handlers: RequestHandler[]): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init)
    const response = await getResponse(handlers, request)
    if (!response) throw new TypeError(`nothing listens at ${new URL(request.url).origin}`)
    return response
  }
