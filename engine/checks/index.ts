import { authorizationRequestChecks, authorizationRequestDeeds } from './authorization-request.ts'
import { authorizationResponseChecks } from './authorization-response.ts'
import { bearerChecks, bearerDeeds } from './bearer.ts'
import { roles, type Role } from './check.ts'
import { cookieChecks } from './cookies.ts'
import { challengeChecks, resourceMetadataChecks, serverMetadataChecks } from './discovery.ts'
import { consentChecks, formChecks, interactionDeeds, signInChecks } from './interaction.ts'
import { mcpMessageChecks, mcpRequestChecks, versionChecks } from './mcp-request.ts'
import { registrationAnswerChecks, registrationChecks } from './registration.ts'
import { codeChecks } from './code.ts'
import { refreshChecks } from './refresh.ts'
import { tokenRequestChecks } from './token-request.ts'
import { tokenDeeds, tokenResponseChecks, tokenResponseDeeds } from './token-response.ts'

/** Every check of the lab, in the order of the flow. */
export const registry = [
  ...challengeChecks,
  ...resourceMetadataChecks,
  ...serverMetadataChecks,
  ...registrationChecks,
  ...registrationAnswerChecks,
  ...Object.values(authorizationRequestDeeds),
  ...authorizationRequestChecks,
  ...Object.values(interactionDeeds),
  ...cookieChecks,
  ...formChecks,
  ...signInChecks,
  ...consentChecks,
  ...authorizationResponseChecks,
  ...tokenRequestChecks,
  ...codeChecks,
  ...refreshChecks,
  ...Object.values(tokenResponseDeeds),
  ...tokenResponseChecks,
  ...Object.values(tokenDeeds),
  ...Object.values(bearerDeeds),
  ...bearerChecks,
  ...mcpMessageChecks,
  ...mcpRequestChecks,
  ...versionChecks,
] as const

/** The id of a check: a misspelt one does not compile. */
export type CheckId = (typeof registry)[number]['id']

const byId = new Map<string, (typeof registry)[number]>(registry.map((row) => [row.id, row]))

/** The check with this id, when there is one. */
export const checkWithId = (id: string): (typeof registry)[number] | undefined => byId.get(id)

/** Who makes a check, in words: "the authorization server". */
export const whoMakes = (id: string): string => roles[id.split('/', 1)[0] as Role]
