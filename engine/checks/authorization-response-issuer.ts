import { deed } from './check.ts'

/** What the authorization server does with every answer that it sends through the browser. */
export const authorizationResponseDeeds = {
  issuer: deed({
    id: 'as/iss-sent',
    level: 'SHOULD',
    refs: [
      'mcp-2026-07-28-authorization-authorization-response-validation',
      'rfc9207-2',
      'rfc9207-2.3',
    ],
    says: 'Every answer through the browser, errors too, names the authorization server it comes from; a server that does so MUST say so in its metadata.',
  }),
} as const
