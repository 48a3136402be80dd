import type { Scenario } from '../engine/scenario.ts'
import { findingTheAuthorizationServer } from './lessons/finding-the-authorization-server.ts'
import { firstContact } from './lessons/first-contact.ts'
import { leavingApiKeys } from './lessons/leaving-api-keys.ts'
import { pkce } from './lessons/pkce.ts'
import { refreshAndRotation } from './lessons/refresh-and-rotation.ts'
import { scopesAndStepUp } from './lessons/scopes-and-step-up.ts'
import { threeWaysToGetAClientId } from './lessons/three-ways-to-get-a-client-id.ts'
import { whenNotTo } from './lessons/when-not-to.ts'
import { whoseTokenIsThis } from './lessons/whose-token-is-this.ts'

/** Every scenario of the lab, in the order of the library. */
export const scenarios: readonly Scenario[] = [
  firstContact,
  findingTheAuthorizationServer,
  threeWaysToGetAClientId,
  pkce,
  whoseTokenIsThis,
  scopesAndStepUp,
  refreshAndRotation,
  leavingApiKeys,
  whenNotTo,
]

/** The scenario with this id, when there is one. */
export const scenarioWithId = (id: string): Scenario | undefined =>
  scenarios.find((scenario) => scenario.id === id)
