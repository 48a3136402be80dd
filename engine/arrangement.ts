import { choiceOf } from './decisions.ts'
import type { Given } from './input.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import { MALLORY } from './parties/attacker/settings.ts'
import { OWNER, type Arrangement } from './world.ts'

/** The client's API key, from before there was OAuth here. A teaching key: it opens nothing else. */
export const API_KEY = 'nk_teaching_key_of_sam_0001'

/** For how long API keys have not been recommended when a run begins, in seconds. */
const DEPRECATED_FOR = 90 * 86_400

/** A scope that the MCP server may ask for, and that the authorization server never grants. */
const OUT_OF_REACH = 'notes:everything'

/** How the servers of a run differ from what they are by themselves: by the scenario, and by what the learner decided. */
export const arrangementOf = (
  { scenario, attack, origins, decisions, clock }: Given,
  clients: readonly ClientInformation[],
): Arrangement => {
  const registration = choiceOf(decisions, 'registration')?.choice
  const metadata = choiceOf(decisions, 'server-metadata')?.choice
  // A story may take several of these as given; a learner chooses one.
  const answers = (choice: string) =>
    decisions.some((one) => one.kind === 'mcp-server' && one.choice === choice)
  const { apiKeyFor } = scenario
  const neverEnough = attack?.mallory?.mcp?.neverEnough
    ? MALLORY.scope
    : answers('never-enough')
      ? OUT_OF_REACH
      : undefined
  return {
    authorization: {
      clients,
      // Anybody may run an MCP server that this authorization server issues tokens for.
      ...(attack?.mallory?.mcp?.issuer === 'honest' && {
        resources: [origins.resource, MALLORY.resource],
      }),
      registersClients: registration !== 'closed',
      ...(metadata && { metadataAt: metadata }),
      ...(neverEnough !== undefined && { withheldScopes: { [neverEnough]: 'do everything' } }),
    },
    mcp: {
      ...(answers('metadata-at-root') && { metadataAt: 'root' as const }),
      ...(answers('no-metadata-url') && { challengeNamesMetadata: false }),
      ...(answers('never-enough') && { scopeForTools: OUT_OF_REACH }),
      ...((apiKeyFor !== undefined || scenario.transport === 'stdio') && {
        apiKeys: {
          [API_KEY]: { account: OWNER.username, scope: ['notes:read', 'notes:write'] },
        },
      }),
      ...(apiKeyFor !== undefined && {
        apiKeysUntil: clock.now() + apiKeyFor,
        apiKeysDeprecated: clock.now() - DEPRECATED_FOR,
      }),
    },
  }
}
