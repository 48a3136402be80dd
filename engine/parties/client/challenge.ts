import { challengeChecks } from '../../checks/discovery.ts'
import { has } from '../../spec/differences.ts'
import type { HandshakeFacts, Progress } from '../../machines/handshake-facts.ts'
import { resourceMetadataUrls, serverMetadataUrls } from '../../oauth/metadata-urls.ts'
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
  const refusal = await inspect(challengeChecks, challenge, at, found)
  return refusal ? refuse(refusal) : { kind: 'done', facts: whereToLook(facts, response) }
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
      serverMetadataUrls: serverMetadataUrls(issuer).slice(0, 1),
    }
  }
  // A client that forgot to look at the challenge has no address, and an empty one leads nowhere.
  const wellKnown = has(revision, 'resource-metadata-well-known')
    ? resourceMetadataUrls(canonicalResource(serverUrl))
    : ['']
  return { ...challengedScope, resourceMetadataUrls: named === undefined ? wellKnown : [named] }
}
