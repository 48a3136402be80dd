import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

/** A server that hands on the token from upstream has its clients go upstream without it. */
export const tokenPassthrough = {
  ...tokenCards['token-passthrough'],
  expects: 'won',
  world: 'proxy',
  forget: ['rs/own-token-downstream', 'rs/audience-is-me'],
  acts: [
    {
      who: 'attacker',
      does: 'connect',
      browser: 'owner',
      says: 'Sam, here is the note helper that I told you about. It only reads your shopping list.',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    {
      who: 'attacker',
      does: 'write-at-api',
      note: 'groceries',
      text: 'Written past Notes.',
    },
  ],
  goal: { is: 'changes', note: 'groceries' },
  opening:
    'Notes stands before Archive, where Sam’s notes lie, and holds a token that Archive accepts. For its own clients it should make tokens of its own. That is work, and this Notes saves it: it gives its clients the token from upstream, and passes on whatever they bring. Mallory has written a little application, and Sam has agreed that it may *read* his notes.',
  beats: [
    {
      at: 'consent-page',
      text: 'Sam reads the page of Notes: Free Note Helper wants to read his notes, and no more. He wants that, and agrees. Up to here nobody is deceived.',
    },
    {
      at: 'token-response',
      text: 'Auth gives Notes a token for Archive: `https://archive.example` stands in its audience, and it may write as well, for Notes needs that for its own work. It is made for one holder, Notes.',
    },
    {
      at: 'token-response',
      nth: 2,
      in: ['2025-03-26'],
      text: 'Notes should make a token of its own here, bound to the one from upstream [mcp-2025-03-26-authorization-third-party-authorization-flow]. It hands the one from upstream to Mallory’s application instead. Compare the two: they are the same string.',
    },
    {
      at: 'token-response',
      nth: 2,
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'Notes should make a token of its own here: the token for an API upstream is a *separate* one, and what a client sends MUST NOT be passed through [mcp-2025-06-18-authorization-access-token-privilege-restriction]. It hands the one from upstream to Mallory’s application instead. Compare the two: they are the same string.',
    },
    {
      at: 'api-request',
      text: 'When Mallory’s application calls a tool, Notes sends the token on as it came. To make that possible it may not look at the audience either: the token was never for Notes.',
    },
    {
      at: 'api-request',
      nth: 2,
      text: 'And now Mallory leaves Notes out. The token is in his hands, Archive accepts it, so he goes to Archive himself and writes. The scope that Sam agreed to stood at Notes. The audit log stands at Notes. Neither hears of this.',
    },
  ],
  phases: {
    discovery: 'Mallory’s application learns that Notes is its own authorization server.',
    registration: 'It registers at Notes.',
    authorization: 'Sam agrees at Notes, and then at Auth.',
    tokenExchange: 'Notes gets a token for Archive, and has to give its client one for Notes.',
    toolCall: 'The application calls a tool, and Notes asks Archive.',
    attack: 'Mallory goes where his application was never meant to go.',
  },
  question: {
    asks: 'Notes begins to look at audiences: it refuses every token that is not for Notes. What becomes of Mallory?',
    choices: [
      {
        says: 'He is stopped: his token is for Archive, so Notes refuses it.',
        because:
          'Notes refuses it, and he does not need Notes. The token is in his hands, and Archive accepts it.',
      },
      {
        says: 'He goes to Archive himself. What stops him is that Notes never gives that token away.',
        right: true,
        because:
          'A token that Notes has made for itself is worth nothing at Archive: another issuer, another audience. So Notes is the only way, with its scopes and its log.',
      },
      {
        says: 'He is stopped by the scope: Sam agreed to reading only.',
        because:
          'That scope was agreed to at Notes. The token from upstream carries what Notes got for its own work, and that is more.',
      },
      {
        says: 'He is stopped by Archive, which sees that the request does not come from Notes.',
        because:
          'A bearer token works for whoever bears it. Archive checks signature, issuer, audience and time, and all of that is right.',
      },
    ],
  },
  hints: [
    'Compare the access token that Notes receives with the one it gives away.',
    'Which party is that token for? Look at `aud`.',
    'Remember `rs/own-token-downstream`, and look at who refuses then, and why.',
  ],
  stops: [
    {
      checks: ['rs/own-token-downstream'],
      by: 'ds/token-valid',
      because:
        'Notes makes its own token for its client and keeps the one from upstream. At Archive Mallory’s token comes from an issuer that Archive does not know, and is refused.',
    },
  ],
  decoys: [
    {
      checks: ['rs/audience-is-me'],
      name: 'the audience, looked at by Notes',
      because:
        'Notes turns away tokens that are for Archive. Mallory takes the same token to Archive, for which it is.',
    },
    {
      checks: ['rs/signature-valid'],
      name: 'the signature',
      because: 'The token is genuine. Auth has signed it, for Notes to use at Archive.',
    },
    {
      checks: ['ds/audience-is-me'],
      name: 'the audience, looked at by Archive',
      because:
        'The token is for Archive, that is why it works there. The audience says where a token may be used, not by whom.',
    },
  ],
  endings: {
    careless:
      'Notes gave its client the token from upstream, and with it a way to Archive that goes past its scopes and its log.',
    careful:
      'Notes gave its client a token of its own, and Archive refused it: it was made by somebody else.',
  },
  listed: [
    'SAF-T1304 Credential Relay Chain',
    'OWASP MCP07:2025 Insufficient Authentication & Authorization',
  ],
  refs: [
    'mcp-2025-06-18-authorization-access-token-privilege-restriction',
    'mcp-2025-06-18-security-token-passthrough',
    'mcp-2025-11-25-authorization-access-token-privilege-restriction',
    'mcp-2026-07-28-security-considerations-access-token-privilege-restriction',
    'mcp-2025-03-26-authorization-third-party-authorization-flow',
    'rfc9068-4',
  ],
} as const satisfies Attack
