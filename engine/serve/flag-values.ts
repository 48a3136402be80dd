import { registry } from '../checks/index.ts'
import { isAllowedRedirectUri, readUrl } from '../oauth/redirect-uri.ts'
import { isRegistration, registrationsIn, type Registration } from '../registration.ts'
import { levelIn } from '../spec/differences.ts'
import { isRevision, revisions, type Revision } from '../spec/revisions.ts'
import { nearTo } from './near.ts'

/** Says what is wrong with the value of a flag, and what would be right. */
export class FlagProblem extends Error {}

/** Whether clients get their id from somebody, and neither register themselves nor publish a document. */
export const isByHand = (registration: Registration | undefined): boolean =>
  registration !== undefined && registration !== 'dynamic' && registration !== 'metadata-document'

/** A revision of MCP. */
export const readRevision = (text: string): Revision => {
  if (isRevision(text)) return text
  throw new FlagProblem(
    `--revision ${text}: there is no such revision of MCP here. There are ${revisions.join(', ')}.`,
  )
}

/** A way of registration that the revision knows; undefined where none was asked for. */
export const readRegistration = (text: string | undefined, revision: Revision) => {
  if (text === undefined) return undefined
  const known = registrationsIn(revision)
  if (isRegistration(text) && known.includes(text)) return text
  const why = isRegistration(text)
    ? `MCP ${revision} does not know this way`
    : 'there is no such way'
  throw new FlagProblem(`--registration ${text}: ${why}. It knows ${known.join(', ')}.`)
}

/** A redirect URI that an authorization server may register. */
export const readRedirectUri = (text: string): string => {
  if (isAllowedRedirectUri(text)) return text
  throw new FlagProblem(
    `--redirect-uri ${text}: this is no redirect URI that MCP allows. It begins with https:, or with http: and 127.0.0.1, [::1] or localhost.`,
  )
}

/** A port that has another one after it. */
export const readPort = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65_534) return port
  throw new FlagProblem(`--port ${text}: a port is a number from 1 to 65534.`)
}

const serverChecks = registry.filter(({ id }) => /^(as|rs)\//.test(id))

/** A check that one of the servers makes in this revision. */
export const readCheck = (id: string, revision: Revision): string => {
  const made = serverChecks.filter((row) => levelIn(row, revision) !== undefined)
  if (made.some((row) => row.id === id)) return id
  if (serverChecks.some((row) => row.id === id))
    throw new FlagProblem(`--forget ${id}: no server makes this check in MCP ${revision}.`)
  if (registry.some((row) => row.id === id))
    throw new FlagProblem(
      `--forget ${id}: this check is the client’s. The servers make those that begin with as/ and rs/.`,
    )
  const ids = made.map((row) => row.id)
  const near = nearTo(id, ids)
  throw new FlagProblem(
    `--forget ${id}: there is no such check. ${near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${ids.join(', ')}.`}`,
  )
}

/** An origin, written as browsers write it. */
export const readOrigin = (text: string): string => {
  const url = readUrl(text)
  if (url && /^https?:$/.test(url.protocol) && url.origin === text) return text
  const near = url && /^https?:$/.test(url.protocol) ? ` Did you mean ${url.origin}?` : ''
  throw new FlagProblem(
    `--allow-origin ${text}: an origin is scheme, host and port and nothing else, as in http://localhost:6274.${near}`,
  )
}
