import { eventsIn } from '../mcp/event-stream.ts'
import { mediaType } from '../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse } from '../wire/message.ts'
import { fieldName } from './http.ts'
import type { Network } from './network.ts'

/** How long to wait for a whole answer, in milliseconds, and how many characters of it to read. */
export interface Patience {
  readonly timeout?: number
  readonly limit?: number
}

/** Fields that belong to the connection or that the platform works out itself. A browser leaves out more of them without a word. */
const LEFT_TO_THE_PLATFORM = new Set([
  'host',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * The network outside: a real `fetch`, for a client of ours at a server that nobody here wrote. No redirect is followed and
 * no cookie kept. An answer longer than the limit is cut off behind it; of a stream of events as much is read as it takes
 * to have a JSON-RPC response. Undefined when nobody answered in time, or (in a browser) nobody whose answer may be read.
 */
export const fetchNetwork = (
  fetch: typeof globalThis.fetch,
  { timeout = 10_000, limit = 1_000_000 }: Patience = {},
): Network => ({
  send: async (request) => {
    const signal = AbortSignal.timeout(timeout)
    try {
      const response = await fetch(request.url, { ...asInit(request), signal })
      // To a page a browser shows nothing of a redirect that it does not follow.
      if (response.type === 'opaqueredirect') return undefined
      return await read(response, limit)
    } catch {
      return undefined
    }
  },
})

const asInit = ({ method, headers, body }: HttpRequest): RequestInit => {
  const sent = headers.filter(([name]) => !LEFT_TO_THE_PLATFORM.has(name.toLowerCase()))
  const bodiless = method === 'GET' || method === 'HEAD' || body === undefined
  const typed = sent.some(([name]) => name.toLowerCase() === 'content-type')
  return {
    method,
    headers: sent.map(([name, value]): [string, string] => [name, value]),
    // A text without a media type would be given one.
    ...(!bodiless && { body: typed ? body : new TextEncoder().encode(body) }),
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
  }
}

const read = async (response: Response, limit: number): Promise<HttpResponse> => {
  const headers: HeaderList = [...response.headers].map(([name, value]) => [fieldName(name), value])
  const isEnough =
    mediaType(headers) === 'text/event-stream'
      ? (text: string) => text.length > limit || eventsIn(text).some(isRpcResponse)
      : (text: string) => text.length > limit
  return { status: response.status, headers, body: await bodyOf(response, isEnough) }
}

const bodyOf = async ({ body }: Response, isEnough: (text: string) => boolean): Promise<string> => {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!isEnough(text)) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
  }
  // A server that goes on sending is not waited for.
  reader.cancel().catch(() => {})
  return text
}

const isRpcResponse = (data: string): boolean => {
  try {
    const message: unknown = JSON.parse(data)
    return (
      typeof message === 'object' && message !== null && ('result' in message || 'error' in message)
    )
  } catch {
    return false
  }
}
