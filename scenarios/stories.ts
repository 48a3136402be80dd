import type { Scenario } from '../engine/scenario.ts'
import type { AttackId } from './attack-cards.ts'
import type { LessonId } from './cards.ts'

// The stories are most of what the lab is made of, so each is loaded when somebody opens it.
/** A way to open every lesson. */
export const lessonLoaders: Readonly<Record<LessonId, () => Promise<Scenario>>> = {
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

/** A way to open every attack. */
export const attackLoaders: Readonly<Partial<Record<AttackId, () => Promise<Scenario>>>> = {
  'confused-deputy': () =>
    import('./attacks/confused-deputy.ts').then(({ confusedDeputy }) => confusedDeputy),
  'consent-not-bound': () =>
    import('./attacks/consent-not-bound.ts').then(({ consentNotBound }) => consentNotBound),
  'as-in-the-middle': () =>
    import('./attacks/as-in-the-middle.ts').then(({ asInTheMiddle }) => asInTheMiddle),
  'redirect-uri-unchecked': () =>
    import('./attacks/redirect-uri-unchecked.ts').then(
      ({ redirectUriUnchecked }) => redirectUriUnchecked,
    ),
  'code-interception': () =>
    import('./attacks/code-interception.ts').then(({ codeInterception }) => codeInterception),
  'pkce-downgrade': () =>
    import('./attacks/pkce-downgrade.ts').then(({ pkceDowngrade }) => pkceDowngrade),
  'login-csrf': () => import('./attacks/login-csrf.ts').then(({ loginCsrf }) => loginCsrf),
  'code-replay': () => import('./attacks/code-replay.ts').then(({ codeReplay }) => codeReplay),
  'mix-up': () => import('./attacks/mix-up.ts').then(({ mixUp }) => mixUp),
  'issuer-spoof': () => import('./attacks/issuer-spoof.ts').then(({ issuerSpoof }) => issuerSpoof),
  'counterfeit-resource': () =>
    import('./attacks/counterfeit-resource.ts').then(
      ({ counterfeitResource }) => counterfeitResource,
    ),
  'credentials-to-new-issuer': () =>
    import('./attacks/credentials-to-new-issuer.ts').then(
      ({ credentialsToNewIssuer }) => credentialsToNewIssuer,
    ),
  'url-to-shell': () => import('./attacks/url-to-shell.ts').then(({ urlToShell }) => urlToShell),
  'dangerous-scheme': () =>
    import('./attacks/dangerous-scheme.ts').then(({ dangerousScheme }) => dangerousScheme),
  'ssrf-discovery': () =>
    import('./attacks/ssrf-discovery.ts').then(({ ssrfDiscovery }) => ssrfDiscovery),
  'wrong-audience': () =>
    import('./attacks/wrong-audience.ts').then(({ wrongAudience }) => wrongAudience),
  'token-passthrough': () =>
    import('./attacks/token-passthrough.ts').then(({ tokenPassthrough }) => tokenPassthrough),
  'forged-token': () => import('./attacks/forged-token.ts').then(({ forgedToken }) => forgedToken),
  'scope-at-the-door-only': () =>
    import('./attacks/scope-at-the-door-only.ts').then(
      ({ scopeAtTheDoorOnly }) => scopeAtTheDoorOnly,
    ),
  'step-up-loop': () => import('./attacks/step-up-loop.ts').then(({ stepUpLoop }) => stepUpLoop),
  'token-in-url': () => import('./attacks/token-in-url.ts').then(({ tokenInUrl }) => tokenInUrl),
  'refresh-reuse': () =>
    import('./attacks/refresh-reuse.ts').then(({ refreshReuse }) => refreshReuse),
  'plain-file-tokens': () =>
    import('./attacks/plain-file-tokens.ts').then(({ plainFileTokens }) => plainFileTokens),
  'embedded-webview': () =>
    import('./attacks/embedded-webview.ts').then(({ embeddedWebview }) => embeddedWebview),
}

/** A story that can be opened: what it is, and a way to load it. */
export interface Story {
  readonly id: string
  readonly kind: Scenario['kind']
  load(): Promise<Scenario>
}

const named = (
  kind: Story['kind'],
  loaders: Readonly<Record<string, (() => Promise<Scenario>) | undefined>>,
  id: string,
): Story | undefined => {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined
  return load && { id, kind, load }
}

/** The story with this id, when there is one. What the library says of it stands elsewhere: it is not needed to open it. */
export const storyNamed = (id: string): Story | undefined =>
  named('lesson', lessonLoaders, id) ?? named('attack', attackLoaders, id)
