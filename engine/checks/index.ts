import { addressChecks } from './address.ts'
import { apiKeyChecks, apiKeyDeeds } from './api-key.ts'
import { authorizationRequestChecks, authorizationRequestDeeds } from './authorization-request.ts'
import { mcpDeeds, scopeDeeds, stepUpChecks, versionChecks } from './client-mcp.ts'
import { credentialChecks } from './credentials.ts'
import { registrationAnswerChecks, registrationDeeds } from './registration-answer.ts'
import { authorizationResponseDeeds } from './authorization-response-issuer.ts'
import { authorizationResponseChecks } from './authorization-response.ts'
import { bearerChecks, bearerDeeds, originChecks } from './bearer.ts'
import { roles, type Role } from './check.ts'
import { clientDocumentChecks, documentAddressChecks } from './client-document.ts'
import { cookieChecks } from './cookies.ts'
import {
  challengeChecks,
  discoveryDeeds,
  resourceMetadataChecks,
  serverMetadataChecks,
} from './discovery.ts'
import { consentChecks, formChecks, interactionDeeds, signInChecks } from './interaction.ts'
import { mcpMessageChecks, mcpRequestChecks } from './mcp-request.ts'
import { registrationChecks } from './registration.ts'
import { codeChecks, replayChecks } from './code.ts'
import { downstreamChecks, downstreamDeeds } from './downstream.ts'
import { proxyConsentChecks, upstreamCallbackChecks } from './proxy.ts'
import { refreshChecks } from './refresh.ts'
import { revocationChecks, revocationDeeds } from './revocation.ts'
import { tokenRequestChecks } from './token-request.ts'
import { tokenDeeds, tokenResponseChecks, tokenResponseDeeds } from './token-response.ts'

/** Every check of the lab, in the order of the flow. */
export const registry = [
  ...challengeChecks,
  ...addressChecks,
  ...Object.values(discoveryDeeds),
  ...resourceMetadataChecks,
  ...serverMetadataChecks,
  ...credentialChecks,
  ...Object.values(registrationDeeds),
  ...registrationChecks,
  ...registrationAnswerChecks,
  ...Object.values(scopeDeeds),
  ...Object.values(authorizationRequestDeeds),
  ...documentAddressChecks,
  ...clientDocumentChecks,
  ...authorizationRequestChecks,
  ...Object.values(interactionDeeds),
  ...cookieChecks,
  ...formChecks,
  ...signInChecks,
  ...consentChecks,
  ...proxyConsentChecks,
  ...upstreamCallbackChecks,
  ...Object.values(authorizationResponseDeeds),
  ...authorizationResponseChecks,
  ...tokenRequestChecks,
  ...codeChecks,
  ...replayChecks,
  ...refreshChecks,
  ...Object.values(tokenResponseDeeds),
  ...tokenResponseChecks,
  ...revocationChecks,
  ...Object.values(revocationDeeds),
  ...Object.values(tokenDeeds),
  ...Object.values(bearerDeeds),
  ...originChecks,
  ...Object.values(apiKeyDeeds),
  ...apiKeyChecks,
  ...bearerChecks,
  ...mcpMessageChecks,
  ...mcpRequestChecks,
  ...Object.values(downstreamDeeds),
  ...downstreamChecks,
  ...Object.values(mcpDeeds),
  ...versionChecks,
  ...stepUpChecks,
] as const

/** The id of a check: a misspelt one does not compile. */
export type CheckId = (typeof registry)[number]['id']

const byId = new Map<string, (typeof registry)[number]>(registry.map((row) => [row.id, row]))

/** The check with this id, when there is one. */
export const checkWithId = (id: string): (typeof registry)[number] | undefined => byId.get(id)

/** Who makes a check, in words: "the authorization server". */
export const whoMakes = (id: string): string => roles[id.split('/', 1)[0] as Role]

/** Whether a text is the id of a check. */
export const isCheckId = (text: string): text is CheckId => byId.has(text)
