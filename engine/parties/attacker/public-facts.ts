import type { Network } from '../../network/network.ts'
import { readJson } from '../../oauth/json.ts'
import { serverMetadataUrls } from '../../oauth/metadata-urls.ts'
import { serverMetadata } from '../../oauth/server-metadata.ts'
import type { Revision } from '../../spec/revisions.ts'
import type { PublicFacts } from './client.ts'

/**
 * What anybody can look up about the honest servers. The attacker did so before the story begins, so that it is no part of
 * the log; it is asked of the servers themselves all the same.
 */
export const publicFactsOf = (
  network: Network,
  { issuer, resource }: { readonly issuer: string; readonly resource: string },
  revision: Revision,
): (() => Promise<PublicFacts>) => {
  let known: PublicFacts | undefined
  return async () => {
    if (known) return known
    const [url = ''] = serverMetadataUrls(issuer)
    const answer = await network.send({ method: 'GET', url, headers: [] })
    const read = readJson(serverMetadata, answer?.body ?? '')
    known = {
      serverUrl: resource,
      revision,
      transport: 'http',
      issuer,
      ...('value' in read && { serverMetadata: read.value }),
    }
    return known
  }
}
