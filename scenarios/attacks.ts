import type { Attack } from '../engine/scenario.ts'
import { asInTheMiddle } from './attacks/as-in-the-middle.ts'
import { codeInterception } from './attacks/code-interception.ts'
import { codeReplay } from './attacks/code-replay.ts'
import { confusedDeputy } from './attacks/confused-deputy.ts'
import { consentNotBound } from './attacks/consent-not-bound.ts'
import { counterfeitResource } from './attacks/counterfeit-resource.ts'
import { credentialsToNewIssuer } from './attacks/credentials-to-new-issuer.ts'
import { dangerousScheme } from './attacks/dangerous-scheme.ts'
import { embeddedWebview } from './attacks/embedded-webview.ts'
import { forgedToken } from './attacks/forged-token.ts'
import { issuerSpoof } from './attacks/issuer-spoof.ts'
import { loginCsrf } from './attacks/login-csrf.ts'
import { mixUp } from './attacks/mix-up.ts'
import { pkceDowngrade } from './attacks/pkce-downgrade.ts'
import { plainFileTokens } from './attacks/plain-file-tokens.ts'
import { redirectUriUnchecked } from './attacks/redirect-uri-unchecked.ts'
import { refreshReuse } from './attacks/refresh-reuse.ts'
import { ssrfDiscovery } from './attacks/ssrf-discovery.ts'
import { scopeAtTheDoorOnly } from './attacks/scope-at-the-door-only.ts'
import { stepUpLoop } from './attacks/step-up-loop.ts'
import { tokenInUrl } from './attacks/token-in-url.ts'
import { tokenPassthrough } from './attacks/token-passthrough.ts'
import { urlToShell } from './attacks/url-to-shell.ts'
import { wrongAudience } from './attacks/wrong-audience.ts'

/** Every attack of the lab, in the order of the library. */
export const attacks: readonly Attack[] = [
  confusedDeputy,
  consentNotBound,
  asInTheMiddle,
  redirectUriUnchecked,
  codeInterception,
  pkceDowngrade,
  loginCsrf,
  codeReplay,
  mixUp,
  issuerSpoof,
  counterfeitResource,
  credentialsToNewIssuer,
  urlToShell,
  dangerousScheme,
  ssrfDiscovery,
  wrongAudience,
  tokenPassthrough,
  forgedToken,
  scopeAtTheDoorOnly,
  stepUpLoop,
  tokenInUrl,
  refreshReuse,
  plainFileTokens,
  embeddedWebview,
]
