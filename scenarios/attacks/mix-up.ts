import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceHandedOver, stateComesBack } from '../decoys/mix-up.ts'
import { issNormalised } from '../variants/iss-normalised.ts'
import { issStripped } from '../variants/iss-stripped.ts'

/** A code of one authorization server that the client takes to another. */
export const mixUp = {
  ...discoveryCards['mix-up'],
  expects: 'won',
  forget: ['as/iss-sent', 'client/iss-matches'],
  mallory: {
    mcp: { issuer: 'own' },
    as: {
      authorize: 'bounce-as-victim',
      metadata: { authorization_response_iss_parameter_supported: undefined },
    },
  },
  acts: [
    { who: 'client', does: 'connect', to: 'attacker', errands: [] },
    { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'held' },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      because:
        'Auth writes its name into the answer, and Quill compares it with the server it sent Sam to. Those are two, so the code goes nowhere. A name that nobody reads helps as little as a reader without a name.',
    },
  ],
  decoys: [
    pkceHandedOver,
    stateComesBack,
    {
      checks: ['client/iss-when-promised'],
      name: 'insisting on a promised name',
      because:
        'Quill looks for the promise in the metadata of the server it believes it asked. That is Mallory’s, and he promises nothing, so that nothing is missing.',
    },
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer in the metadata',
      because:
        'Mallory’s metadata says that it is Mallory’s. It is honest about everything in it; what lies is where his authorization endpoint sends the browser.',
    },
    {
      checks: ['client/resource-sent', 'as/audience-from-resource', 'rs/audience-is-me'],
      name: 'the audience',
      because:
        'Quill names Mallory’s server as the resource, and Mallory writes Notes into its place before he sends the browser on. The audience in the token is then just what he wants.',
    },
  ],
  variants: { stripped: issStripped, normalised: issNormalised },
  endings: {
    careless:
      'Auth did not say that the answer was Auth’s, Quill did not ask, and brought Mallory the code and the verifier; with both he got a token of his own and read Sam’s note.',
    careful:
      'The answer names Auth, Quill had sent Sam to Mallory’s server, and it throws the code away before anybody gets it.',
  },
  hints: [
    'Quill is in touch with one authorization server. The browser was at two.',
    'Look at the two authorization requests, and then at the address to which the code is taken.',
    'Nothing in the answer says who wrote it. Somebody ought to write it down, and somebody ought to read it.',
  ],
  listed: ['SAF-T1009 Authorization Server Mix-up'],
  opening:
    'Mallory runs an MCP server and, beside it, an authorization server. Sam connects Quill to the one, and so Quill asks the other for a code. Mallory does not know Sam’s password and has no way into Auth. What he can do is send the browser anywhere he likes, once it stands at his door.',
  beats: [
    {
      at: 'resource-metadata',
      text: 'Mallory’s MCP server says which authorization server guards it, and it is his own. That is allowed: anybody may run one. Quill has never dealt with it before. From here on it knows two, this one and Auth, and a client that knows two can confuse them [rfc9700-4.4].',
    },
    {
      at: 'server-metadata',
      of: ['plain'],
      text: 'His metadata is in order. `issuer` is the identifier that Quill came with, as it must be [rfc8414-3.3], and every endpoint is his. One line is missing: the promise that his answers carry his name. Servers SHOULD name themselves [mcp-2026-07-28-authorization-authorization-response-validation], and nobody can make this one.',
    },
    {
      at: 'server-metadata',
      of: ['stripped'],
      text: 'His metadata is in order, and it is what the software writes. One line would be against him, if somebody held him to it: `authorization_response_iss_parameter_supported` promises that every answer of this server carries its name [rfc9207-3].',
    },
    {
      at: 'server-metadata',
      of: ['normalised'],
      text: 'His metadata is in order. `issuer` is `https://auth.example/Tenant1`, character by character what Quill came with [rfc8414-3.3]. Quill must write this down as it is, next to the verifier, to know later whom it asked [mcp-2026-07-28-authorization-authorization-response-validation].',
    },
    {
      at: 'open-browser',
      text: 'Quill does its part well: a fresh `code_challenge`, a fresh `state`. It sends Sam to the authorization endpoint of the server that it wants an answer from.',
    },
    {
      at: 'sign-in-response',
      text: 'Here it happens. Mallory shows no page. He sends the browser on to Auth with the very same request: the same `state`, the same `code_challenge`, the same `client_id`, which is public. Only `resource` he has changed, to `https://notes.example/mcp`. RFC 9700 describes this step [rfc9700-4.4.1].',
    },
    {
      at: 'consent-page',
      text: 'Sam sees Auth’s real page, with Quill’s real name on it, and has just told Quill to connect somewhere. There is nothing false to be seen. Sam allows it, as anybody would.',
    },
    {
      at: 'authorization-response',
      of: ['plain', 'stripped'],
      text: 'Auth answers with a `code` and the `state`. It should add a third thing, *iss*, its own name, with every answer [rfc9207-2]. In this revision that is a SHOULD for servers [mcp-2026-07-28-authorization-authorization-response-validation], and this Auth does not do it.',
    },
    {
      at: 'authorization-response',
      of: ['normalised'],
      text: 'Auth answers with a `code`, the `state`, and `iss`: its own name, as it should with every answer [rfc9207-2]. It says `https://auth.example/tenant1`. That is the truth, and it is all that is needed to see through this.',
    },
    {
      at: 'callback-request',
      of: ['plain'],
      text: 'Quill compares the state: right. A name it would have to compare with the one of the server it asked, before the code goes anywhere [mcp-2026-07-28-authorization-authorization-response-validation]. There is none, and none was promised. In that case even a careful client goes on: this check takes two.',
    },
    {
      at: 'callback-request',
      of: ['stripped'],
      text: 'The state is right, and there is no *iss*, though the server that Quill asked promises one. A client must reject such an answer [rfc9207-2.4]. This Quill takes a missing name for nothing to worry about.',
    },
    {
      at: 'callback-request',
      of: ['normalised'],
      text: 'Quill does compare. But first it makes both names small and drops the slash at the end, and what is left is the same. The clause wants the texts compared as they are: no case folded, no slash dropped, no escape undone [mcp-2026-07-28-authorization-authorization-response-validation]. Two texts are equal, or they are not [rfc3986-6.2.1].',
    },
    {
      at: 'token-request',
      text: 'And so Quill takes the `code` of Auth to the token endpoint of Mallory, and with it the `code_verifier`. Open the attacker’s notebook: he now holds both. PKCE asks whether the one who redeems is the one who asked; Quill has just given that proof away.',
    },
    {
      at: 'token-request',
      nth: 2,
      text: 'Mallory turns round and redeems the code at Auth, with `code_verifier` and with Quill’s `client_id`. Auth’s checks all hold: the code is unused, the client is the one it was issued to, the verifier fits the challenge.',
    },
    {
      at: 'mcp-response',
      nth: 2,
      text: 'The note is out. Sam never connected anything to Notes today. Distinct redirect addresses for every server would be another defence, but not where anybody may register clients with any address [oauth21-13-7.14.2].',
    },
  ],
  phases: {
    discovery: 'Quill learns of an authorization server that it has never met.',
    registration: 'Quill looks whether it has a name there.',
    authorization: 'The browser goes to one server, and is sent on to another.',
    tokenExchange: 'A code is taken to the server that did not issue it.',
    attack: 'Mallory redeems what was brought to him.',
    toolCall: 'Mallory reads with a token of his own.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'Auth’s code is about to be taken to Mallory’s token endpoint. What would have kept it back?',
    choices: [
      {
        says: 'PKCE: without the verifier the code is worth nothing.',
        because:
          'Quill sends the verifier along, because it believes that this is the server it asked. PKCE protects a code on its way, not one that is handed over.',
      },
      {
        says: 'Auth names itself in the answer, and Quill compares the name.',
        right: true,
        because:
          'Quill asked Mallory’s server, the answer says Auth: it is not the answer to this question. Both have to do their part, for without a name in it there is nothing to compare.',
      },
      {
        says: 'The state: the answer must belong to a request that Quill made.',
        because:
          'It does. Mallory sent the browser on with Quill’s own state, and Auth gave it back. The request is the right one, the server is not.',
      },
      {
        says: 'Quill compares the issuer in the metadata with the address it was read from.',
        because:
          'It does, and they are equal: Mallory’s metadata is about Mallory. That check stops him from using somebody else’s name, and he does not use one.',
      },
    ],
  },
  refs: [
    'mcp-2026-07-28-authorization-authorization-response-validation',
    'mcp-2026-07-28-security-considerations-mix-up-attacks',
    'mcp-2026-07-28-security-mix-up-attacks',
    'rfc9207-2',
    'rfc9207-2.4',
    'rfc9207-3',
    'rfc9700-4.4',
    'rfc9700-4.4.1',
    'rfc9700-4.4.2.1',
    'oauth21-13-2.3.4',
    'oauth21-13-7.14.1',
    'oauth21-13-7.14.2',
    'rfc3986-6.2.1',
    'rfc8414-3.3',
  ],
} as const satisfies Attack
