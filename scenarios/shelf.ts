import type { Scenario } from '../engine/scenario.ts'
import { cards, type Card, type ScenarioId } from './cards.ts'

// The stories are most of what the lab is made of, so each is loaded when somebody opens it.
const loaders: Readonly<Record<ScenarioId, () => Promise<Scenario>>> = {
  'first-contact': () =>
    import('./lessons/first-contact.ts').then(({ firstContact }) => firstContact),
  'finding-the-authorization-server': () =>
    import('./lessons/finding-the-authorization-server.ts').then(
      ({ findingTheAuthorizationServer }) => findingTheAuthorizationServer,
    ),
  'three-ways-to-get-a-client-id': () =>
    import('./lessons/three-ways-to-get-a-client-id.ts').then(
      ({ threeWaysToGetAClientId }) => threeWaysToGetAClientId,
    ),
  pkce: () => import('./lessons/pkce.ts').then(({ pkce }) => pkce),
  'whose-token-is-this': () =>
    import('./lessons/whose-token-is-this.ts').then(({ whoseTokenIsThis }) => whoseTokenIsThis),
  'scopes-and-step-up': () =>
    import('./lessons/scopes-and-step-up.ts').then(({ scopesAndStepUp }) => scopesAndStepUp),
  'refresh-and-rotation': () =>
    import('./lessons/refresh-and-rotation.ts').then(
      ({ refreshAndRotation }) => refreshAndRotation,
    ),
  'leaving-api-keys': () =>
    import('./lessons/leaving-api-keys.ts').then(({ leavingApiKeys }) => leavingApiKeys),
  'when-not-to': () => import('./lessons/when-not-to.ts').then(({ whenNotTo }) => whenNotTo),
}

/** A scenario on the shelf: its card, and a way to open it. */
export interface Shelved extends Card {
  load(): Promise<Scenario>
}

/** Every scenario of the lab, in the order of the library. */
export const shelf: readonly Shelved[] = (Object.keys(loaders) as ScenarioId[]).map((id) => ({
  ...cards[id],
  load: loaders[id],
}))

/** The scenario with this id, when there is one. */
export const onShelf = (id: string): Shelved | undefined => shelf.find((one) => one.id === id)
