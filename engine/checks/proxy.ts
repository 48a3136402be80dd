import { check, holds, same } from './check.ts'

/** What a proxy knows of an owner's will, for one authorization request. */
export interface ProxyConsentFacts {
  readonly clientId: string
  /** Whether this browser has approved this client before. */
  readonly agreed: boolean
  /** What the owner pressed for this very request; undefined where nobody has asked. */
  readonly decision: string | undefined
}

/** A proxy looks whether the owner wants this client, before it sends them upstream. */
export const proxyConsentChecks = [
  check({
    id: 'proxy/consent-per-client',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-confused-deputy-problem',
      'mcp-2025-06-18-security-required-protections',
    ],
    says: 'Before the proxy sends an owner upstream, they have approved this very client at the proxy: upstream knows only the proxy, and perhaps asks nothing.',
    fails: 'the owner has not approved this client',
    reason: 'consent-denied',
    compare: ({ clientId, agreed, decision }: ProxyConsentFacts) =>
      holds(
        agreed || decision === 'allow',
        `allow, for ${clientId}`,
        decision ?? (agreed ? 'allow, said before' : 'nobody asked'),
      ),
  }),
  check({
    id: 'proxy/no-silent-consent',
    level: 'SHOULD',
    refs: ['rfc8252-8.6', 'oauth21-13-7.3.1', 'rfc6749-10.2'],
    says: 'The owner is asked at every request, even about a client they approved before: its id proves nothing of who sends it.',
    fails: 'the owner did not allow this request',
    reason: 'consent-denied',
    compare: ({ agreed, decision }: ProxyConsentFacts) =>
      holds(
        decision === 'allow',
        'allow, for this very request',
        decision ?? (agreed ? 'allow, said before' : 'nobody asked'),
      ),
  }),
] as const

/** An owner who comes back to a proxy from upstream. */
export interface UpstreamCallbackFacts {
  readonly state: string | undefined
  /** The state that this browser holds in its signed cookie. */
  readonly held: string | undefined
  /** Whether the server still waits for this state. */
  readonly open: boolean
}

/** A proxy looks who comes back from upstream. */
export const upstreamCallbackChecks = [
  check({
    id: 'proxy/consent-bound-to-browser',
    level: 'MUST',
    refs: ['mcp-2025-06-18-security-required-protections'],
    says: 'Whoever comes back from upstream comes in the browser in which the owner approved the client: it holds the state in a signed cookie, set after the approval, good once and for ten minutes.',
    fails: 'this is not the browser in which the client was approved',
    reason: 'answer-not-usable',
    compare: ({ state, held, open }: UpstreamCallbackFacts) =>
      held === undefined
        ? holds(false, 'a state that this browser holds', state)
        : !open && held === state
          ? holds(false, 'a state within its ten minutes', 'one that is too old')
          : same(held, state),
  }),
] as const
