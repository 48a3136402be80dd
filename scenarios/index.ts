import type { Lesson, Scenario } from '../engine/scenario.ts'
import { attacks } from './attacks.ts'
import { findingTheAuthorizationServer } from './lessons/finding-the-authorization-server.ts'
import { firstContact } from './lessons/first-contact.ts'
import { leavingApiKeys } from './lessons/leaving-api-keys.ts'
import { pkce } from './lessons/pkce.ts'
import { refreshAndRotation } from './lessons/refresh-and-rotation.ts'
import { scopesAndStepUp } from './lessons/scopes-and-step-up.ts'
import { threeWaysToGetAClientId } from './lessons/three-ways-to-get-a-client-id.ts'
import { whenNotTo } from './lessons/when-not-to.ts'
import { whoseTokenIsThis } from './lessons/whose-token-is-this.ts'

/** Every lesson of the lab, in the order of the library. */
export const lessons: readonly Lesson[] = [
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

export { attacks }

/** Every scenario of the lab. */
export const scenarios: readonly Scenario[] = [...lessons, ...attacks]

/** The scenario with this id, when there is one. */
export const scenarioWithId = (id: string): Scenario | undefined =>
  scenarios.find((scenario) => scenario.id === id)
