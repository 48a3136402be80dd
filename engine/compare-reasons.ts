import type { RunComparison } from './compare-runs.ts'
import { features, has, type Feature, type FeatureId } from './spec/differences.ts'
import { revisions, type Revision } from './spec/revisions.ts'
import { labelOf } from './wire/label.ts'

/** Something that a specification began or ceased to say between two revisions, and where in two runs it is seen. */
export interface FeatureChange {
  readonly id: FeatureId
  readonly change: 'gone' | 'new'
  readonly says: string
  readonly ref: string
  /** Names of messages and parts that come, go or change because of it. */
  readonly seenIn: readonly string[]
}

/** By which parts of messages, and by which messages, a feature is seen. */
const SIGNS: Readonly<Partial<Record<FeatureId, readonly string[]>>> = {
  'authorization-at-the-server': ['Host', 'Origin', 'issuer', 'iss', 'token_endpoint', 'jwks_uri'],
  'discovery-version-header': ['MCP-Protocol-Version'],
  'resource-metadata': ['resource-metadata-request', 'resource_metadata'],
  'resource-indicator': ['resource'],
  'version-header': ['MCP-Protocol-Version'],
  'client-id-metadata-document': [
    'client-document-request',
    'client_id_metadata_document_supported',
  ],
  'scope-selection': ['scope'],
  'response-issuer': ['iss', 'authorization_response_iss_parameter_supported'],
  'offline-access': ['scopes_supported', 'scope'],
  'application-type': ['application_type'],
  sessions: ['initialize', 'notifications/initialized', 'Mcp-Session-Id'],
  stateless: ['Mcp-Method', 'Mcp-Name', 'params', 'params._meta'],
}

/** What a specification says in one revision and not in the other, the oldest first. */
export const featureChanges = (comparison: RunComparison): readonly FeatureChange[] => {
  const [before, after] = [comparison.before.revision, comparison.after.revision]
  return ids
    .filter((id) => has(before, id) !== has(after, id))
    .toSorted((one, other) => age(one, before, after) - age(other, before, after))
    .map((id) => {
      const change = has(after, id) ? 'new' : 'gone'
      const { says, ref }: Feature = features[id]
      return { id, change, says, ref, seenIn: signsOf(id, change, comparison) }
    })
}

const ids = Object.keys(features) as FeatureId[]

const age = (id: FeatureId, before: Revision, after: Revision): number =>
  revisions.findIndex((one) => has(one, id) !== has(before, id) || one === after)

// What a feature brings is new or changed where the feature is new, and what it had is gone or changed where it is gone.
const signsOf = (
  id: FeatureId,
  change: FeatureChange['change'],
  { messages, parts }: RunComparison,
): string[] => {
  const fits = (one: { readonly change: string }) =>
    one.change === change || one.change === 'changed'
  const found = new Set([
    ...messages
      .filter(fits)
      .flatMap(({ before, after }) => [...before, ...after])
      .flatMap((message) => [message.name, labelOf(message)]),
    ...parts.filter(fits).map(({ name }) => name),
  ])
  return (SIGNS[id] ?? []).filter((sign) => found.has(sign))
}
