import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

/** How a code is tied to the client that asked for it. */
export const pkce = {
  ...cards['pkce'],
  forget: [],
  errands: [{ call: 'read_note', arguments: { name: 'seed-vault' } }],
  expects: 'completed',
  opening:
    'Sam’s consent comes back to Quill as a *code*, by way of the browser. A history, a log, another program may read along there. So Quill shows a hash before Sam is asked, and keeps back what it was made from. This is PKCE, *proof key for code exchange*. Follow two strings: one goes out early, the other late.',
  beats: [
    {
      at: 'server-metadata',
      in: ['2025-03-26', '2025-06-18'],
      text: 'Quill needs an authorization server that checks the hash, for one that does not know it would ignore it, and nobody would notice. `code_challenge_methods_supported` says that this one does: `S256` is hashing with SHA-256. A missing list means that PKCE is not supported [rfc8414-2], and Quill would stop.',
    },
    {
      at: 'server-metadata',
      in: ['2025-11-25'],
      text: 'Quill needs an authorization server that checks the hash, for one that does not know it would ignore it, and nobody would notice. `code_challenge_methods_supported` says that this one does: `S256` is hashing with SHA-256. Were the list missing, a client would have to stop here [mcp-2025-11-25-authorization-authorization-code-protection].',
    },
    {
      at: 'server-metadata',
      in: ['2026-07-28'],
      text: 'Quill needs an authorization server that checks the hash, for one that does not know it would ignore it, and nobody would notice. `code_challenge_methods_supported` says that this one does: `S256` is hashing with SHA-256. Were the list missing, a client would have to stop here [mcp-2026-07-28-security-considerations-authorization-code-protection].',
    },
    {
      at: 'open-browser',
      text: 'Just before this, Quill drew 32 random bytes: the *verifier*. You will not find it in this message, nor in the next ones: it stays at home. What goes out is `code_challenge`, its SHA-256 [rfc7636-4.2]. For every request a fresh one is drawn, so that what was seen once helps nobody the next time.',
    },
    {
      at: 'authorization-request',
      text: 'From here on the challenge may stand in histories and logs. It may: whoever has a hash does not get from it to what was hashed. `code_challenge_method` matters for that. Left out, it would mean *plain* [rfc7636-4.3], and then the challenge would be the verifier itself, for all to read.',
    },
    {
      at: 'authorization-response',
      text: 'If Sam has agreed, this carries the code: 24 random bytes. Neither the challenge nor the verifier is in them. Auth has written down for itself what the code was issued for: to this client, with this challenge. A server must tie a code to its challenge [rfc7636-4.4], and only it can look up which one that is.',
    },
    {
      at: 'callback-request',
      text: 'This is the weak spot. Whatever Auth answers passes through the browser to a port on Sam’s machine, and who gets hold of this address can read it. Suppose that a thief has this message, and the authorization request besides: the code and the challenge. The verifier was in neither.',
    },
    {
      at: 'token-request',
      with: ['pre-registered', 'metadata-document', 'dynamic'],
      text: 'Now `code_verifier` goes out, for the first time, straight to Auth and not through the browser. One of the checks below is the computation: *expected* is the challenge from before, *received* is what Auth has just computed, the SHA-256 of this verifier. The same 43 characters [rfc7636-4.6]: so the one who asked is the one who collects.',
    },
    {
      at: 'token-request',
      with: ['client-secret-basic', 'client-secret-post'],
      text: 'Now `code_verifier` goes out, straight to Auth. One of the checks below is the computation: *expected* is the challenge, *received* the SHA-256 of this verifier. The same 43 characters [rfc7636-4.6]. Quill shows a secret as well: that says which client redeems the code, not whether this client asked for it [oauth21-13-7.5.2].',
    },
    {
      at: 'token-response',
      text: 'Equal, and there are tokens; one character off, and there is an error instead, as there must be [rfc7636-4.6]. The verifier is used up together with its code. Somebody who copied both from the last message would come too late: a code works once [oauth21-13-4.1.3].',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'Here the protection ends. PKCE guards the code on its way, not the token: what stands in `Authorization` is a `Bearer` token, and whoever bears it may use it. That is why Quill got it straight from Auth, why it lives for a quarter of an hour, and why it lies in a vault.',
    },
  ],
  phases: {
    discovery: 'Quill finds Auth, and looks whether it knows PKCE.',
    registration: 'Quill looks for the name under which Auth will know it.',
    authorization: 'The hash goes out through the browser, and the code comes back.',
    tokenExchange: 'The verifier goes out, and Auth compares.',
    toolCall: 'Quill speaks MCP. The code and the verifier have done their work.',
  },
  question: {
    asks: 'A program on Sam’s machine has read the whole authorization request, and then reads the code before Quill redeems it. What can it do with them?',
    choices: [
      {
        says: 'Nothing: the verifier was in neither message.',
        right: true,
        because:
          'Quill sends the verifier once, straight to Auth, together with the code. What was in the browser leads to it in no way.',
      },
      {
        says: 'Redeem the code, with the challenge as proof.',
        because:
          'Auth hashes whatever comes as the verifier. The hash of the challenge is another string than the challenge, so the request is refused.',
      },
      {
        says: 'Redeem the code, if it is faster than Quill.',
        because:
          'Being first does not help. Auth asks for the verifier before it gives anything, and a wrong one does not use the code up: Quill can still redeem it.',
      },
      {
        says: 'Compute the verifier from the challenge, which is only a short string.',
        because:
          'SHA-256 cannot be run backwards; what is left is guessing, among as many values as 32 random bytes can have. That is more than anybody can try.',
      },
    ],
  },
  refs: [
    'mcp-2025-03-26-authorization-implementation-requirements',
    'mcp-2025-06-18-authorization-authorization-code-protection',
    'mcp-2025-11-25-authorization-authorization-code-protection',
    'mcp-2026-07-28-security-considerations-authorization-code-protection',
    'rfc7636-4.1',
    'rfc7636-4.2',
    'rfc7636-4.3',
    'rfc7636-4.4',
    'rfc7636-4.6',
    'rfc7636-7.1',
    'rfc8414-2',
    'oauth21-13-4.1.3',
    'oauth21-13-7.5.2',
  ],
} as const satisfies Scenario
