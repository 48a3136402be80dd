import type { DutyPart } from '../../engine/scenario.ts'
import { madeAt } from '../seen-at.ts'

/** What an MCP server has to do, and what one that is a proxy has to do besides. */
export const mcpServerDuties: DutyPart = {
  id: 'mcp-server',
  who: 'An MCP server',
  says: 'It has what clients want, takes tokens and makes none. All of this holds for every request, not only for the first.',
  groups: [
    {
      about: 'Metadata',
      duties: [
        {
          id: 'rs-challenge',
          says: 'Say with every 401 where your metadata is, and which scopes are needed to begin with.',
          checks: ['rs/challenge-on-401', 'rs/scope-in-challenge'],
          seen: madeAt('first-contact', 'mcp-challenge', 'rs/challenge-on-401'),
        },
        {
          id: 'rs-origin',
          says: 'Answer a request that a web page made only where you allow the page’s origin.',
          checks: ['rs/origin-allowed'],
          seen: madeAt('first-contact', 'mcp-request', 'rs/origin-allowed'),
        },
      ],
    },
    {
      about: 'The token',
      duties: [
        {
          id: 'rs-header',
          says: 'Ask for a token with every request. It counts in the `Authorization` header, and nowhere else.',
          checks: ['rs/token-present', 'rs/bearer-in-header'],
          seen: madeAt('first-contact', 'mcp-request', 'rs/token-present'),
        },
        {
          id: 'rs-signature',
          says: 'Verify the signature: with an algorithm you chose beforehand, and a key from the issuer’s published set.',
          checks: [
            'rs/signature-valid',
            'rs/algorithm-listed',
            'rs/key-from-issuer',
            'rs/token-well-formed',
            'rs/typ-at-jwt',
          ],
          seen: madeAt('first-contact', 'mcp-request.2', 'rs/signature-valid'),
        },
        {
          id: 'rs-audience',
          says: 'Take only tokens that were issued for you, by the authorization server that you named.',
          checks: ['rs/audience-is-me', 'rs/issuer-matches'],
          seen: madeAt('whose-token-is-this', 'mcp-request.2', 'rs/audience-is-me'),
        },
        {
          id: 'rs-expiry',
          says: 'Take no token after its expiry.',
          checks: ['rs/not-expired'],
          seen: madeAt('refresh-and-rotation', 'mcp-request.6', 'rs/not-expired'),
        },
        {
          id: 'rs-scope',
          says: 'Look at the scope for every method and every tool, not only at the door.',
          checks: ['rs/scope-per-method'],
          seen: madeAt('scopes-and-step-up', 'mcp-request.4', 'rs/scope-per-method'),
        },
      ],
    },
    {
      about: 'The request',
      duties: [
        {
          id: 'rs-version',
          says: 'Answer only in revisions you speak; since 2026-07-28 compare the headers with the body.',
          checks: [
            'rs/protocol-version-supported',
            'rs/request-metadata-present',
            'rs/request-metadata-matches',
          ],
          seen: madeAt('first-contact', 'mcp-request.2', 'rs/protocol-version-supported'),
        },
        {
          id: 'rs-session',
          says: 'Tie a session to the user who opened it. Its id is no credential.',
          checks: ['rs/session-bound-to-subject', 'rs/session-known'],
          seen: madeAt('first-contact', 'mcp-request.3', 'rs/session-bound-to-subject'),
        },
        {
          id: 'rs-downstream',
          says: 'Call the API behind you with a token of your own, never with the one your client sent.',
          checks: ['rs/own-token-downstream'],
          seen: madeAt('confused-deputy', 'api-request', 'rs/own-token-downstream'),
        },
      ],
    },
  ],
}

/** What a server owes that is an authorization server towards its clients, and one client of another. */
export const proxyDuties: DutyPart = {
  id: 'proxy',
  who: 'An MCP proxy',
  says: 'A server that is an authorization server towards its clients, and one single client of another. It owes all of the two lists above, and this.',
  groups: [
    {
      about: 'Consent',
      duties: [
        {
          id: 'proxy-consent',
          says: 'Before you send an owner upstream, ask them about this very client. Upstream knows you alone, and may not ask at all.',
          checks: ['proxy/consent-per-client'],
          seen: madeAt('consent-not-bound', 'consent-request', 'proxy/consent-per-client'),
        },
        {
          id: 'proxy-ask-again',
          says: 'Ask again at every request: a client’s id proves nothing of who sends it.',
          checks: ['proxy/no-silent-consent'],
          seen: madeAt('consent-not-bound', 'consent-request', 'proxy/no-silent-consent'),
        },
        {
          id: 'proxy-bound',
          says: 'Let the owner come back only in the browser in which they agreed: keep the state in a signed cookie, set after the yes.',
          checks: ['proxy/consent-bound-to-browser'],
          seen: madeAt('confused-deputy', 'upstream-callback', 'proxy/consent-bound-to-browser'),
        },
      ],
    },
  ],
}
