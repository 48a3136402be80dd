import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { RequestHandler } from 'msw'
import type { HttpResponse } from '../wire/message.ts'
import { badRequest, plain, URL_LIMIT } from './http.ts'
import { fetchOver } from './in-page.ts'
import { attend, LINGER, type Ask, type Attendance } from './loopback-exchange.ts'

export type { Exchange } from './loopback-exchange.ts'

/** The one address that is listened on: nothing but this machine reaches it. */
export const LOOPBACK = '127.0.0.1'

/** What a door lets in, and what it tells of it. */
export interface DoorOptions extends Attendance {
  /** 0: any free one. */
  readonly port: number
  /** Hears of what came that was no HTTP request. */
  readonly turnedAway?: (response: HttpResponse) => void
  /** How long a sender may take for the header, and for the whole request, in milliseconds. */
  readonly patience?: { readonly header: number; readonly request: number }
  readonly mostConnections?: number
}

/** A server that listens. */
export interface Door {
  /** `http://127.0.0.1:9400` */
  readonly origin: string
  readonly address: AddressInfo
  /** Ends every connection and stops listening. */
  close(): Promise<void>
}

/** The requests that a connection has brought and that are not answered yet. */
type Underway = WeakMap<Socket, Map<IncomingMessage, Promise<void>>>

/**
 * Opens handlers to this machine over real HTTP. Names, order and values of the header fields reach them as they were
 * sent, `Host` and `Origin` above all. Requests for another host, too long, too slow or no requests at all are turned away
 * at the door. Rejects when the port is taken.
 * @see [MCP 2025-06-18 Transports - Security Warning](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning)
 */
export const listen = async (
  answering: RequestHandler[] | Ask,
  options: DoorOptions,
): Promise<Door> => {
  const { patience = { header: 5_000, request: 10_000 }, mostConnections = 64 } = options
  const ask = typeof answering === 'function' ? answering : fetchOver(answering)
  const underway: Underway = new WeakMap()
  const receive = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { socket } = incoming
    const work = attend(ask, incoming, outgoing, options).catch((error: unknown) => {
      options.broke?.(error)
      socket.destroy()
    })
    const mine = underway.get(socket) ?? new Map<IncomingMessage, Promise<void>>()
    underway.set(socket, mine.set(incoming, work))
    void work.then(() => mine.delete(incoming))
  }

  const server = createServer(
    {
      headersTimeout: patience.header,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(1_000, patience.header),
      keepAliveTimeout: patience.header,
      // The request line counts too: an address that is a little too long still gets an answer that says so.
      maxHeaderSize: URL_LIMIT + 16_384,
      // A missing one is answered in words.
      requireHostHeader: false,
    },
    receive,
  )
  server.maxConnections = mostConnections
  server.on('checkContinue', receive)
  // Whoever sends nothing, or takes no answer.
  server.setTimeout(3 * patience.request, (socket) => socket.destroy())
  server.on('clientError', turningAway(underway, options.turnedAway))

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, LOOPBACK, () => resolve())
  })
  const address = server.address() as AddressInfo
  return {
    origin: `http://${LOOPBACK}:${address.port}`,
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers what is no HTTP request, once for each connection, and ends it. */
const turningAway = (underway: Underway, tell: DoorOptions['turnedAway']) => {
  const leaving = new WeakSet<Socket>()
  return async (problem: NodeJS.ErrnoException, stream: unknown): Promise<void> => {
    const socket = stream as Socket
    if (leaving.has(socket)) return
    leaving.add(socket)
    // What was asked before the nonsense is answered first, or the wrong answer would be taken for it.
    const before = [...(underway.get(socket) ?? [])].filter(([{ complete }]) => complete)
    await Promise.all(before.map(([, work]) => work))
    if (problem.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const response = plain(...verdictOn(problem))
    tell?.(response)
    socket.end(asText(response))
    setTimeout(() => socket.destroy(), LINGER).unref()
  }
}

const verdictOn = ({ code }: NodeJS.ErrnoException): [status: number, text: string] =>
  code === 'HPE_HEADER_OVERFLOW'
    ? [431, 'The header is too long.']
    : code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'The request took too long.']
      : [400, badRequest.body.trimEnd()]

const asText = ({ status, headers, body }: HttpResponse): string =>
  [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
