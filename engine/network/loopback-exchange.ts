import type { IncomingMessage, ServerResponse } from 'node:http'
import { headerValues } from '../wire/headers.ts'
import type { HeaderList, HttpRequest, HttpResponse } from '../wire/message.ts'
import { preflightAnswer, shared, type CrossOrigin } from './cross-origin.ts'
import { badRequest, BODY_LIMIT, fromResponse, plain, readRequest } from './http.ts'

/** Asks whoever answers a request. */
export type Ask = (request: Request) => Promise<Response>

/** One request at the door and its answer: as they were sent, but for the fields that belong to the connection. */
export interface Exchange {
  readonly number: number | undefined
  readonly request: HttpRequest
  readonly response: HttpResponse
}

/** How requests are attended to, and who hears of it. */
export interface Attendance {
  /** Pages that may call from a browser. */
  readonly crossOrigin?: CrossOrigin
  /** Gives a request its number, under which handlers record what they find. */
  readonly number?: () => number
  /** Hears of each exchange as soon as its answer is known. */
  readonly exchanged?: (exchange: Exchange) => void
  /** Hears of a defect of the lab; whoever asked gets 500. */
  readonly broke?: (error: unknown) => void
}

/** How long a connection may go on after its last answer, so that the answer arrives before it breaks, in milliseconds. */
export const LINGER = 500

/** Answers one request that came over a connection: at the door where it must, else by whoever it is for. */
export const attend = async (
  ask: Ask,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { crossOrigin = { allowed: [] }, number, exchanged, broke }: Attendance,
): Promise<void> => {
  // Clients leave out the port that http has by itself.
  const { host } = new URL(`http://${incoming.socket.localAddress}:${incoming.socket.localPort}`)
  const header: HttpRequest = {
    method: incoming.method ?? '',
    url: addressOf(incoming.url ?? '', host),
    headers: pairs(incoming.rawHeaders),
  }
  const id = number?.()
  const tell = (request: HttpRequest, response: HttpResponse) =>
    exchanged?.({ number: id, request, response })

  const refusal = refuse(header, host) ?? (announcesTooMuch(incoming) ? TOO_LARGE : undefined)
  if (!refusal && incoming.headers.expect !== undefined) outgoing.writeContinue()
  const body = refusal ?? (await bodyOf(incoming))
  // The sender went away, or was sent away.
  if (body === undefined) return
  if (typeof body !== 'string') {
    tell(header, body)
    await sendAndClose(body, incoming, outgoing)
    return
  }
  const request = body === '' ? header : { ...header, body }
  const response =
    preflightAnswer(request, crossOrigin) ??
    shared(request, await answerOf(ask, request, id, broke), crossOrigin)
  tell(request, response)
  send(response, outgoing)
}

const pairs = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, place) => (place % 2 === 0 ? [[name, raw[place + 1] ?? '']] : []))

// A target that is no path may be a whole address, as proxies are sent; whose it is, is looked at next.
const addressOf = (target: string, host: string): string =>
  target.startsWith('/') ? `http://${host}${target}` : target

/** The refusal of a request that no party gets to see. */
const refuse = ({ method, url, headers }: HttpRequest, host: string): HttpResponse | undefined => {
  const hosts = headerValues(headers, 'Host')
  // A server MUST answer 400 to a request that names no host, or two (RFC 9112 §3.2).
  if (hosts.length !== 1) return plain(400, 'A request names one host.')
  if (!/^https?:\/\//i.test(url)) return badRequest
  // A page elsewhere whose name was made to point here (DNS rebinding) still says its own name.
  if (hosts[0] !== host || !url.startsWith(`http://${host}/`))
    return plain(421, `This is http://${host}, and nothing else is here.`)
  return method === 'TRACE' ? plain(501, 'This method is not known here.') : undefined
}

const TOO_LARGE = plain(413, `The request is too large: at most ${BODY_LIMIT} bytes are read.`)

const announcesTooMuch = ({ headers }: IncomingMessage): boolean =>
  Number(headers['content-length'] ?? 0) > BODY_LIMIT

const bodyOf = async (incoming: IncomingMessage): Promise<string | HttpResponse | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > BODY_LIMIT) return TOO_LARGE
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks).toString()
}

const answerOf = async (
  ask: Ask,
  request: HttpRequest,
  id: number | undefined,
  broke: Attendance['broke'],
): Promise<HttpResponse> => {
  const platform = readRequest(request, id)
  if (!platform) return badRequest
  try {
    return await fromResponse(await ask(platform))
  } catch (error) {
    broke?.(error)
    return plain(500, 'The lab has a defect here.')
  }
}

/** Fields that are the connection's own business. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
])

const fieldsOf = ({ status, headers, body }: HttpResponse): string[] => [
  ...headers.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())).flat(),
  ...(status === 204 ? [] : ['Content-Length', String(Buffer.byteLength(body))]),
]

const send = (response: HttpResponse, outgoing: ServerResponse): void => {
  outgoing.writeHead(response.status, fieldsOf(response)).end(response.body)
}

// The sender may still be sending: a connection that broke at once could take the answer with it.
const sendAndClose = async (
  response: HttpResponse,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  outgoing.writeHead(response.status, [...fieldsOf(response), 'Connection', 'close'])
  outgoing.write(response.body)
  incoming.resume()
  const signal = AbortSignal.timeout(LINGER)
  if (!incoming.complete)
    await new Promise((resolve) => {
      incoming.once('close', resolve)
      signal.addEventListener('abort', resolve)
    })
  outgoing.end()
}
