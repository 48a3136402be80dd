import { bearerChecks, type BearerFacts } from './bearer.ts'
import { check, deed, holds } from './check.ts'

/** What an MCP server does when it calls the API behind it. */
export const downstreamDeeds = {
  ownToken: deed({
    id: 'rs/own-token-downstream',
    level: 'MUST',
    refs: [
      'mcp-2025-06-18-authorization-access-token-privilege-restriction',
      'mcp-2025-06-18-authorization-token-handling',
      'mcp-2025-06-18-security-token-passthrough',
    ],
    says: 'The server calls the API behind it with a token that it got for itself, never with the one its client sent.',
  }),
} as const

const rowOf = (id: (typeof bearerChecks)[number]['id']) =>
  bearerChecks.find((row) => row.id === id)!

const validity = (
  [
    'rs/token-present',
    'rs/token-well-formed',
    'rs/typ-at-jwt',
    'rs/algorithm-listed',
    'rs/key-from-issuer',
    'rs/signature-valid',
    'rs/issuer-matches',
    'rs/not-expired',
  ] as const
).map(rowOf)

/** The third-party API looks at a request's token. */
export const downstreamChecks = [
  check({
    id: 'ds/token-valid',
    level: 'MUST',
    refs: ['oauth21-13-5.2', 'rfc9068-4'],
    says: 'The API takes only a token that its own authorization server signed, and that has not expired.',
    fails: 'it came without a token that its authorization server issued and that is still good',
    reason: 'token-not-valid',
    reasonFor: ({ token }: BearerFacts) =>
      token === undefined ? 'token-missing' : 'token-not-valid',
    compare: async (facts: BearerFacts) => {
      for (const row of validity) {
        const compared = await row.compare(facts)
        if (!compared.holds) return compared
      }
      return holds(true, `a valid token of ${facts.issuer}`, 'one')
    },
  }),
  check({
    id: 'ds/audience-is-me',
    level: 'MUST',
    refs: ['rfc9068-4', 'oauth21-13-5.2'],
    says: 'The token was issued for this very API.',
    fails: 'the token was issued for somebody else',
    reason: 'token-not-valid',
    compare: rowOf('rs/audience-is-me').compare,
  }),
] as const
