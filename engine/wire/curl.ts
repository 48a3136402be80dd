import type { WireMessage } from './message.ts'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const NOT_IN_HEADERS = /[\r\n\0]/

/**
 * A request as a curl command for a POSIX shell, which sends it as it stands: what curl would add by itself is taken back.
 * Undefined for what is no request, or cannot be said in a command.
 */
export const curlOf = (message: WireMessage): string | undefined => {
  if (message.kind !== 'request' || message.request.unreadable !== undefined) return undefined
  const { method, url, headers, body } = message.request
  const host = /^https?:\/\/([^/?#]*)/.exec(url)?.[1]
  if (host === undefined || !TOKEN.test(method) || /[\r\n\0]|\s/.test(url)) return undefined
  if (headers.some(([name, value]) => !TOKEN.test(name) || NOT_IN_HEADERS.test(value)))
    return undefined
  if (body?.includes('\0')) return undefined
  const has = (wanted: string) => headers.some(([name]) => name.toLowerCase() === wanted)
  // Asked for the head alone, curl would else wait for a body that never comes.
  const asks = method === 'HEAD' ? '--head' : `-i -X ${quoted(method)}`
  const dots = /\/\.{1,2}(\/|\?|#|$)/.test(url.slice(url.indexOf(host))) ? ' --path-as-is' : ''
  return [
    `curl ${asks} --globoff${dots} --url ${quoted(url)}`,
    ...(has('accept') ? [] : ["-H 'Accept:'"]),
    ...(body !== undefined && method !== 'HEAD' && !has('content-type')
      ? ["-H 'Content-Type:'"]
      : []),
    ...headers
      .filter(([name, value]) => name.toLowerCase() !== 'host' || value !== host)
      .map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === undefined || method === 'HEAD' ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' \\\n  ')
}

/** A word of a shell command, whatever is in it. */
const quoted = (text: string): string => `'${text.toWellFormed().replaceAll("'", `'\\''`)}'`
