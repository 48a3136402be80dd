// Written by `npm run golden`, which reads it off runs; not by hand.
import type { Survey } from '../engine/scenario.ts'

/** Where every scenario stands on a map of the handshake. */
export const map: Survey = {
  lessons: {
    'first-contact': {
      messages: 48,
      passages: {
        discovery: 3,
        registration: 1,
        authorization: 3,
        tokenExchange: 1,
        toolCall: 3,
        refresh: 1,
      },
    },
    'finding-the-authorization-server': {
      messages: 47,
      passages: { discovery: 8, authorization: 1, toolCall: 1 },
    },
    'three-ways-to-get-a-client-id': {
      messages: 40,
      passages: { discovery: 1, registration: 1, authorization: 4, tokenExchange: 1, toolCall: 1 },
    },
    pkce: {
      messages: 41,
      passages: { discovery: 1, authorization: 4, tokenExchange: 2, toolCall: 1 },
    },
    'whose-token-is-this': {
      messages: 48,
      passages: { discovery: 1, authorization: 2, tokenExchange: 2, toolCall: 2, refresh: 1 },
    },
    'scopes-and-step-up': {
      messages: 59,
      passages: { discovery: 3, authorization: 2, tokenExchange: 1, toolCall: 5 },
    },
    'refresh-and-rotation': {
      messages: 60,
      passages: { discovery: 1, tokenExchange: 1, toolCall: 5, refresh: 2 },
    },
    'leaving-api-keys': {
      messages: 43,
      passages: { discovery: 2, toolCall: 4, registration: 1, authorization: 1, tokenExchange: 1 },
    },
    'when-not-to': { messages: 8, passages: { toolCall: 5 } },
  },
  attacks: {
    'confused-deputy': {
      level: 'hard',
      faults: [{ check: 'proxy/consent-per-client', party: 'mcp-server', phase: 'authorization' }],
    },
    'consent-not-bound': {
      level: 'medium',
      faults: [
        { check: 'proxy/consent-bound-to-browser', party: 'mcp-server', phase: 'authorization' },
      ],
    },
    'as-in-the-middle': {
      level: 'hard',
      faults: [
        { check: 'client/iss-matches', party: 'client', phase: 'authorization' },
        { check: 'as/iss-sent', party: 'authorization-server', phase: 'authorization' },
      ],
    },
    'redirect-uri-unchecked': {
      level: 'easy',
      faults: [
        { check: 'as/redirect-uri-exact', party: 'authorization-server', phase: 'authorization' },
      ],
    },
    'code-interception': {
      level: 'hard',
      faults: [
        { check: 'as/verifier-matches', party: 'authorization-server', phase: 'tokenExchange' },
        { check: 'client/pkce-s256', party: 'client', phase: 'authorization' },
      ],
    },
    'pkce-downgrade': {
      level: 'hard',
      faults: [
        {
          check: 'as/verifier-needs-challenge',
          party: 'authorization-server',
          phase: 'tokenExchange',
        },
      ],
    },
    'login-csrf': {
      level: 'hard',
      faults: [
        { check: 'client/state-matches', party: 'client', phase: 'authorization' },
        { check: 'client/state-random', party: 'client', phase: 'authorization' },
      ],
    },
    'code-replay': {
      level: 'easy',
      faults: [{ check: 'as/code-unused', party: 'authorization-server', phase: 'tokenExchange' }],
    },
    'mix-up': {
      level: 'medium',
      faults: [
        { check: 'client/iss-matches', party: 'client', phase: 'authorization' },
        { check: 'as/iss-sent', party: 'authorization-server', phase: 'authorization' },
      ],
    },
    'issuer-spoof': {
      level: 'easy',
      faults: [{ check: 'client/metadata-issuer-matches', party: 'client', phase: 'discovery' }],
    },
    'counterfeit-resource': {
      level: 'easy',
      faults: [{ check: 'client/resource-matches', party: 'client', phase: 'discovery' }],
    },
    'credentials-to-new-issuer': {
      level: 'easy',
      faults: [
        { check: 'client/credentials-of-this-issuer', party: 'client', phase: 'registration' },
      ],
    },
    'url-to-shell': {
      level: 'easy',
      faults: [{ check: 'client/opens-without-shell', party: 'client', phase: 'authorization' }],
    },
    'dangerous-scheme': {
      level: 'easy',
      faults: [{ check: 'client/endpoint-scheme-allowed', party: 'client', phase: 'discovery' }],
    },
    'ssrf-discovery': {
      level: 'easy',
      faults: [{ check: 'client/no-private-addresses', party: 'client', phase: 'discovery' }],
    },
    'wrong-audience': {
      level: 'hard',
      faults: [
        { check: 'rs/audience-is-me', party: 'mcp-server', phase: 'toolCall' },
        {
          check: 'as/audience-from-resource',
          party: 'authorization-server',
          phase: 'tokenExchange',
        },
        { check: 'client/resource-sent', party: 'client', phase: 'authorization' },
      ],
    },
    'token-passthrough': {
      level: 'hard',
      faults: [{ check: 'rs/own-token-downstream', party: 'mcp-server', phase: 'toolCall' }],
    },
    'forged-token': {
      level: 'easy',
      faults: [{ check: 'rs/algorithm-listed', party: 'mcp-server', phase: 'toolCall' }],
    },
    'scope-at-the-door-only': {
      level: 'easy',
      faults: [{ check: 'rs/scope-per-method', party: 'mcp-server', phase: 'toolCall' }],
    },
    'step-up-loop': {
      level: 'easy',
      faults: [{ check: 'client/step-up-limited', party: 'client', phase: 'toolCall' }],
    },
    'token-in-url': {
      level: 'medium',
      faults: [{ check: 'client/bearer-in-header', party: 'client', phase: 'toolCall' }],
    },
    'refresh-reuse': {
      level: 'medium',
      faults: [
        {
          check: 'as/refresh-reuse-revokes-family',
          party: 'authorization-server',
          phase: 'refresh',
        },
        { check: 'as/refresh-rotated', party: 'authorization-server', phase: 'refresh' },
      ],
    },
    'plain-file-tokens': {
      level: 'easy',
      faults: [{ check: 'client/stores-in-vault', party: 'client', phase: 'tokenExchange' }],
    },
    'embedded-webview': {
      level: 'easy',
      faults: [{ check: 'client/system-browser', party: 'client', phase: 'authorization' }],
    },
  },
}
