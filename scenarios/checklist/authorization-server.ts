import type { DutyPart } from '../../engine/scenario.ts'
import { madeAt } from '../seen-at.ts'

/** What an authorization server has to do. */
export const authorizationServerDuties: DutyPart = {
  id: 'authorization-server',
  who: 'An authorization server',
  says: 'It knows the owner, asks for consent and makes the tokens. If you have one that does all this, use it.',
  groups: [
    {
      about: 'Metadata and registration',
      duties: [
        {
          id: 'as-redirect-uris',
          says: 'Register redirect URIs, and only those that are https or stay on the user’s own machine, without a fragment.',
          checks: [
            'as/redirect-uris-registered',
            'as/redirect-scheme-allowed',
            'as/redirect-no-fragment',
          ],
          seen: madeAt('first-contact', 'registration-request', 'as/redirect-uris-registered'),
        },
        {
          id: 'as-document',
          says: 'Read a client’s metadata document with care: its `client_id` is the address it came from, its redirect URIs obey the same rules, and it is small.',
          checks: [
            'as/document-client-id-matches',
            'as/document-redirect-uris',
            'as/document-readable',
            'as/document-no-shared-secret',
          ],
          seen: madeAt(
            'three-ways-to-get-a-client-id',
            'client-document',
            'as/document-client-id-matches',
          ),
        },
        {
          id: 'as-document-fetch',
          says: 'Fetch such documents from the public network only.',
          checks: ['as/document-url-allowed'],
          seen: madeAt(
            'three-ways-to-get-a-client-id',
            'authorization-request',
            'as/document-url-allowed',
          ),
        },
      ],
    },
    {
      about: 'The authorization endpoint',
      duties: [
        {
          id: 'as-client-known',
          says: 'Know the client. If you do not, tell the owner, and send the browser nowhere.',
          checks: ['as/client-known'],
          seen: madeAt('first-contact', 'authorization-request', 'as/client-known'),
        },
        {
          id: 'as-redirect-exact',
          says: 'Compare the redirect URI with the registered ones character by character; only the port of a loopback address may differ.',
          checks: ['as/redirect-uri-exact'],
          seen: madeAt('first-contact', 'authorization-request', 'as/redirect-uri-exact'),
        },
        {
          id: 'as-pkce-required',
          says: 'Turn away requests without a code challenge, and challenges that are not `S256`.',
          checks: ['as/pkce-required', 'as/pkce-s256-only'],
          seen: madeAt('pkce', 'authorization-request', 'as/pkce-required'),
        },
        {
          id: 'as-parameters',
          says: 'Take `code` as the only response type, and no parameter twice.',
          checks: ['as/response-type-code', 'as/parameters-once'],
          seen: madeAt('first-contact', 'authorization-request', 'as/response-type-code'),
        },
        {
          id: 'as-consent',
          says: 'Sign the owner in, ask for consent, and issue a code only after a yes that came from your own form.',
          checks: [
            'as/owner-authenticated',
            'as/consent-given',
            'as/form-csrf-token',
            'as/session-bound',
          ],
          seen: madeAt('first-contact', 'consent-request', 'as/consent-given'),
        },
        {
          id: 'as-pages',
          says: 'Forbid every site to frame these pages, and redirect after a form with 303.',
          checks: ['as/not-framed', 'as/see-other-after-post'],
          seen: madeAt('first-contact', 'sign-in-page', 'as/not-framed'),
        },
        {
          id: 'as-iss',
          says: 'Write your name into every answer, as `iss`, and say in your metadata that you do.',
          checks: ['as/iss-sent'],
          seen: madeAt('scopes-and-step-up', 'authorization-response', 'as/iss-sent'),
        },
      ],
    },
    {
      about: 'The token endpoint',
      duties: [
        {
          id: 'as-client-authenticated',
          says: 'Have every client say who it is, and those with a secret prove it.',
          checks: ['as/client-identified', 'as/client-authenticated'],
          seen: {
            ...madeAt('first-contact', 'token-request', 'as/client-authenticated'),
            revision: '2025-11-25',
            registration: 'client-secret-basic',
          },
        },
        {
          id: 'as-code-bound',
          says: 'Redeem a code only for the client it was issued to, and only while it is fresh.',
          checks: [
            'as/code-known',
            'as/code-same-client',
            'as/code-fresh',
            'as/code-same-redirect-uri',
          ],
          seen: madeAt('pkce', 'token-request', 'as/code-same-client'),
        },
        {
          id: 'as-verifier',
          says: 'Compare the SHA-256 of the verifier with the challenge. A verifier comes with exactly those codes that had one.',
          checks: ['as/verifier-matches', 'as/verifier-needs-challenge'],
          seen: madeAt('pkce', 'token-request', 'as/verifier-matches'),
        },
        {
          id: 'as-code-once',
          says: 'Let a code work once. When it comes again in a request that is right otherwise, take back what it gave.',
          checks: ['as/code-unused', 'as/proof-before-revocation'],
          seen: madeAt('first-contact', 'token-request', 'as/code-unused'),
        },
        {
          id: 'as-audience',
          says: 'Make every token for one MCP server: the one that `resource` names.',
          checks: ['as/audience-from-resource', 'as/token-resource-granted'],
          seen: madeAt('whose-token-is-this', 'token-response', 'as/audience-from-resource'),
        },
        {
          id: 'as-token-answer',
          says: 'Take no parameter twice, and forbid every cache to keep an answer with tokens.',
          checks: ['as/token-parameters-once', 'as/response-no-store'],
          seen: madeAt('first-contact', 'token-response', 'as/response-no-store'),
        },
      ],
    },
    {
      about: 'Refresh tokens',
      duties: [
        {
          id: 'as-refresh-rotated',
          says: 'Give a new refresh token with every refresh, and let the old one die.',
          checks: ['as/refresh-rotated'],
          seen: madeAt('refresh-and-rotation', 'refresh-response', 'as/refresh-rotated'),
        },
        {
          id: 'as-refresh-reuse',
          says: 'Notice a refresh token that comes a second time, and end its whole family.',
          checks: ['as/refresh-reuse-revokes-family', 'as/refresh-known'],
          seen: madeAt(
            'refresh-and-rotation',
            'refresh-request.2',
            'as/refresh-reuse-revokes-family',
          ),
        },
        {
          id: 'as-refresh-bound',
          says: 'Refresh only for the client the token was issued to, and never beyond what the owner agreed to: no more scopes, no other server.',
          checks: [
            'as/refresh-same-client',
            'as/refresh-scope-subset',
            'as/refresh-resource-granted',
          ],
          seen: madeAt('refresh-and-rotation', 'refresh-request', 'as/refresh-scope-subset'),
        },
        {
          id: 'as-refresh-ends',
          says: 'Let a refresh token expire that nobody uses, and die when it is given back.',
          checks: ['as/refresh-withdrawn', 'as/refresh-fresh'],
          seen: madeAt('refresh-and-rotation', 'revocation-response', 'as/refresh-withdrawn'),
        },
      ],
    },
  ],
}
