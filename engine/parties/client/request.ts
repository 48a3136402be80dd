import type { Refusal } from '../../checks/check.ts'
import { checkWithId } from '../../checks/index.ts'
import { formatForm } from '../../oauth/parameters.ts'
import { readUrl } from '../../oauth/redirect-uri.ts'
import type { HeaderList, HttpRequest } from '../../wire/message.ts'
import type { Progress } from '../../machines/handshake-facts.ts'
import type { Call } from '../line.ts'

/** A GET for a JSON document. */
export const get = (url: string, headers: HeaderList = []): HttpRequest => ({
  method: 'GET',
  url,
  headers: [...hostOf(url), ['Accept', 'application/json'], ...headers],
})

/** A POST of a JSON document. */
export const postJson = (url: string, body: unknown, headers: HeaderList = []): HttpRequest => ({
  method: 'POST',
  url,
  headers: [...hostOf(url), ...headers, ['Content-Type', 'application/json']],
  body: JSON.stringify(body),
})

/** A POST of form parameters; undefined ones are left out. */
export const postForm = (
  url: string,
  parameters: Readonly<Record<string, string | undefined>>,
): HttpRequest => ({
  method: 'POST',
  url,
  headers: [
    ...hostOf(url),
    ['Accept', 'application/json'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ],
  body: formatForm(parameters),
})

// A client that forgot to look at a URL may find that it is none: then nobody answers there.
const hostOf = (url: string): HeaderList => [['Host', readUrl(url)?.host ?? '']]

/** The ends of a back-channel request by the client. */
export const toServer = (
  to: 'mcp-server' | 'authorization-server',
): Pick<Call, 'from' | 'to' | 'channel'> => ({
  from: 'client',
  to,
  channel: 'back',
})

/** The client gives up because of what it found. */
export const refuse = (refusal: Refusal): Progress => {
  const row = checkWithId(refusal.check)
  const why = row && 'fails' in row ? row.fails : 'a check broke'
  return giveUp(`The client stopped: ${why}.`)
}

/** The client gives up, and says why in one sentence. */
export const giveUp = (gaveUp: string): Progress => ({ kind: 'refused', facts: { gaveUp } })

/** The client gives up because nobody answered. */
export const silence = (who: string): Progress => giveUp(`No answer came from ${who}.`)
