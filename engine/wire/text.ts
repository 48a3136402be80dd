import type { HeaderList, HttpRequest, HttpResponse, Payload } from './message.ts'

/** The reason phrases of the status codes that the lab's parties send. @see [RFC 9110 §15.1 - Overview of Status Codes](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.1) */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** A status code with its reason phrase, as far as the lab knows one. */
export const statusText = (status: number): string =>
  REASONS[status] === undefined ? String(status) : `${status} ${REASONS[status]}`

/** What follows the origin in a URL: path and query. */
export const targetOf = (url: string): string =>
  /^[^:/?#]+:\/\/[^/?#]*([^#]*)/.exec(url)?.[1] || '/'

const headerText = (headers: HeaderList): string =>
  headers.map(([name, value]) => `${name}: ${value}\n`).join('')

/** A request as HTTP/1.1 text, with `\n` at the line ends. */
export const requestText = ({ method, url, headers, body, unreadable }: HttpRequest): string =>
  unreadable ?? `${method} ${targetOf(url)} HTTP/1.1\n${headerText(headers)}\n${body ?? ''}`

/** A response as HTTP/1.1 text, with `\n` at the line ends. */
export const responseText = ({ status, headers, body, unreadable }: HttpResponse): string =>
  unreadable ?? `HTTP/1.1 ${statusText(status)}\n${headerText(headers)}\n${body}`

/** A value as text: a string as it stands, anything else as JSON. Never throws, however deep the value is nested. */
export const valueText = (value: unknown): string => {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch {
    return '(nested too deeply to be written down)'
  }
}

/** A message as readable text: HTTP as it is sent, a local act as one line and its contents. */
export const messageText = (message: Payload): string => {
  if (message.kind === 'request') return requestText(message.request)
  if (message.kind === 'response') return responseText(message.response)
  const { act, content } = message.local
  const lines = Object.entries(content).map(([name, value]) => `${name}: ${valueText(value)}\n`)
  return `${act}\n${lines.join('')}`
}

/** Whether a message is text that nobody can read as HTTP. */
export const isUnreadable = (message: Payload): boolean =>
  message.kind === 'request'
    ? message.request.unreadable !== undefined
    : message.kind === 'response' && message.response.unreadable !== undefined
