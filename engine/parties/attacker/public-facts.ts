import type { Network } from '../../network/network.ts'
import { endpointUnder } from '../../oauth/issuer.ts'
import { readJson } from '../../oauth/json.ts'
import { serverMetadataUrls } from '../../oauth/metadata-urls.ts'
import { serverMetadata, type ServerMetadata } from '../../oauth/server-metadata.ts'
import type { Revision } from '../../spec/revisions.ts'
import type { PublicFacts } from './client.ts'

/**
 * What anybody can look up about the honest servers. The attacker did so before the story begins, so that it is no part of
 * the log; it is asked of the servers themselves all the same. What the authorization server does not say now, or
 * not so that it can be read, he knows from before.
 */
export const publicFactsOf = (
  network: Network,
  { issuer, resource }: { readonly issuer: string; readonly resource: string },
  revision: Revision,
): (() => Promise<PublicFacts>) => {
  let known: PublicFacts | undefined
  return async () => {
    if (known) return known
    known = {
      serverUrl: resource,
      revision,
      transport: 'http',
      issuer,
      serverMetadata:
        (await readAnywhere(network, serverMetadataUrls(issuer))) ?? asItWasBefore(issuer),
    }
    return known
  }
}

const asItWasBefore = (issuer: string): ServerMetadata => ({
  issuer,
  authorization_endpoint: endpointUnder(issuer, 'authorize'),
  token_endpoint: endpointUnder(issuer, 'token'),
  response_types_supported: ['code'],
})

// Nobody keeps him from trying every place at which a server may describe itself.
const readAnywhere = async (
  network: Network,
  urls: readonly string[],
): Promise<ServerMetadata | undefined> => {
  for (const url of urls) {
    const answer = await network.send({ method: 'GET', url, headers: [] })
    const read = readJson(serverMetadata, answer?.body ?? '')
    if (answer?.status === 200 && 'value' in read) return read.value
  }
  return undefined
}
