import { Cookie } from 'tough-cookie'
import { header, mediaType } from '../wire/headers.ts'
import type { HeaderList, WireMessage } from '../wire/message.ts'
import { statusText } from '../wire/text.ts'
import { labOf } from './har-lab.ts'

type Request = Extract<WireMessage, { kind: 'request' }>
type Response = Extract<WireMessage, { kind: 'response' }>

/** A virtual second as the moment that it is. */
export const momentOf = (at: number): string => new Date(at * 1000).toISOString()

/** A request and its answer as an entry of an archive; an answer that never came has the status 0. */
export const harEntry = (request: Request, response: Response | undefined) => {
  const wait = response ? (response.at - request.at) * 1000 : 0
  return {
    pageref: 'run',
    startedDateTime: momentOf(request.at),
    time: wait,
    request: harRequest(request),
    response: response ? harResponse(response) : noResponse,
    cache: {},
    // Time passes in whole virtual seconds, and only while somebody waits.
    timings: { send: 0, wait, receive: 0 },
    _handshakeLab: {
      request: labOf(request),
      ...(response && { response: labOf(response) }),
    },
  }
}

const harRequest = ({ request }: Request) => {
  const { method, url, headers, body, unreadable } = request
  const text = unreadable ?? body
  return {
    method,
    url: url.toWellFormed(),
    httpVersion: 'HTTP/1.1',
    cookies: cookiesSent(headers),
    headers: listed(headers),
    queryString: [...new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '')].map(
      ([name, value]) => ({ name, value }),
    ),
    ...(text !== undefined && {
      postData: {
        mimeType: unreadable === undefined ? typeOf(headers) : 'message/http',
        params: [],
        text: text.toWellFormed(),
      },
    }),
    headersSize: -1,
    bodySize: bytes(text ?? ''),
  }
}

const harResponse = ({ response }: Response) => {
  const { status, headers, body, unreadable } = response
  const text = unreadable ?? body
  return {
    status,
    statusText: statusText(status).replace(/^\d+ ?/, ''),
    httpVersion: 'HTTP/1.1',
    cookies: headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .flatMap(([, value]) => cookieSet(value)),
    headers: listed(headers),
    content: {
      size: bytes(text),
      mimeType: unreadable === undefined ? typeOf(headers) : 'message/http',
      text: text.toWellFormed(),
    },
    redirectURL: header(headers, 'Location')?.toWellFormed() ?? '',
    headersSize: -1,
    bodySize: bytes(text),
  }
}

/** As browsers write down what was never answered. */
const noResponse = {
  status: 0,
  statusText: '',
  httpVersion: 'HTTP/1.1',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
}

const listed = (headers: HeaderList) =>
  headers.map(([name, value]) => ({ name: name.toWellFormed(), value: value.toWellFormed() }))

const typeOf = (headers: HeaderList): string =>
  header(headers, 'Content-Type')?.toWellFormed() ?? (mediaType(headers) || 'x-unknown')

const bytes = (text: string): number => new TextEncoder().encode(text).length

const cookiesSent = (headers: HeaderList) =>
  (header(headers, 'Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='))
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })

const cookieSet = (text: string) => {
  const cookie = Cookie.parse(text)
  if (!cookie) return []
  const { key, value, path, domain, expires, httpOnly, secure } = cookie
  return [
    {
      name: key,
      value,
      ...(path && { path }),
      ...(domain && { domain }),
      ...(expires instanceof Date && { expires: expires.toISOString() }),
      httpOnly,
      secure,
    },
  ]
}
