import { addressChecks } from '../../checks/address.ts'
import { challengeChecks } from '../../checks/discovery.ts'
import { has } from '../../spec/differences.ts'
import type { HandshakeFacts, Progress } from '../../machines/handshake-facts.ts'
import { resourceMetadataUrlsIn, serverMetadataUrlsIn } from '../../oauth/metadata-urls.ts'
import { readUrl } from '../../oauth/redirect-uri.ts'
import { canonicalResource } from '../../oauth/resource.ts'
import { parseChallenges, type Challenge } from '../../oauth/www-authenticate.ts'
import { headerValues } from '../../wire/headers.ts'
import type { HttpResponse } from '../../wire/message.ts'
import type { Reply } from '../line.ts'
import { inspect } from '../party.ts'
import { refuse } from './request.ts'
import type { Desk } from './settings.ts'

const challengesIn = ({ headers }: HttpResponse): Challenge[] =>
  headerValues(headers, 'WWW-Authenticate').flatMap(parseChallenges)

/** The parameters of an answer's Bearer challenge; none when there is no such challenge. */
export const bearerIn = (response: HttpResponse): Challenge['parameters'] =>
  challengesIn(response).find(({ scheme }) => scheme === 'bearer')?.parameters ?? {}

/** What a client makes of being turned away without a token: it reads the challenge and knows where to look, or stops. */
export const turnedAway = async (
  { at }: Desk,
  facts: HandshakeFacts,
  { response, found }: Reply,
): Promise<Progress> => {
  const challenge = {
    serverUrl: facts.serverUrl,
    elsewhere: has(at.revision, 'resource-metadata-well-known'),
    status: response.status,
    challenges: challengesIn(response),
  }
  const next = whereToLook(facts, response)
  const urls = next.resourceMetadataUrls ?? next.serverMetadataUrls ?? []
  const refusal =
    (await inspect(challengeChecks, challenge, at, found)) ??
    // Clients SHOULD keep away from addresses of their own network that others name.
    (await inspect(addressChecks, { serverUrl: facts.serverUrl, urls }, at, found))
  return refusal ? refuse(refusal) : { kind: 'done', facts: next }
}

const whereToLook = (
  { serverUrl, revision }: HandshakeFacts,
  response: HttpResponse,
): Partial<HandshakeFacts> => {
  const { resource_metadata: named, scope } = bearerIn(response)
  const challengedScope = scope === undefined ? {} : { challengedScope: scope }
  if (has(revision, 'authorization-at-the-server')) {
    const issuer = readUrl(serverUrl)?.origin ?? serverUrl
    return {
      ...challengedScope,
      issuer,
      serverMetadataUrls: serverMetadataUrlsIn(issuer, revision),
    }
  }
  const wellKnown = resourceMetadataUrlsIn(canonicalResource(serverUrl), revision)
  return {
    ...challengedScope,
    // A client that forgot to look at the challenge may have no address, and an empty one leads nowhere.
    resourceMetadataUrls: named === undefined ? (wellKnown.length > 0 ? wellKnown : ['']) : [named],
  }
}
