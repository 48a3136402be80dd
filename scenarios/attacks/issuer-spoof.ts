import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A metadata document that claims somebody else’s issuer. */
export const issuerSpoof = {
  ...discoveryCards['issuer-spoof'],
  expects: 'won',
  forget: ['client/metadata-issuer-matches'],
  mallory: {
    mcp: { issuer: 'own' },
    as: {
      authorize: 'bounce-as-victim',
      metadata: { issuer: '{honest}', registration_endpoint: '{honest}/register' },
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
      checks: ['client/metadata-issuer-matches'],
      because:
        'Quill asked for the metadata of Mallory’s server and got a document that says it is Auth’s. The two must be identical; if not, nothing in it may be used, and the attack ends before any browser opens.',
    },
  ],
  decoys: [
    {
      checks: [
        'as/iss-sent',
        'client/iss-when-promised',
        'client/iss-matches',
        'client/iss-compared-exactly',
      ],
      name: 'the name in the answer',
      because:
        'Auth names itself, Quill compares with the name it has written down, and both say Auth. The name was written down from Mallory’s document. A comparison with a forged expectation holds.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'Quill takes code and verifier to the token endpoint that the document names. It is Mallory’s. He holds both and redeems them where they are worth something.',
    },
    {
      checks: ['client/state-matches'],
      name: 'the state',
      because:
        'Mallory passes the request on as it is, so the state comes back right. It ties the answer to a request of Quill’s, and this is one.',
    },
    {
      checks: ['client/endpoint-scheme-allowed'],
      name: 'TLS',
      because:
        'Every endpoint is an https address, and Mallory has certificates for his own hosts. The connection to him is perfectly private.',
    },
  ],
  endings: {
    careless:
      'Quill used a document that claimed to be Auth’s though it came from Mallory, and took Auth’s code and its own verifier to Mallory’s token endpoint.',
    careful:
      'Quill asked for one issuer’s metadata, got a document in another’s name, and used none of it.',
  },
  hints: [
    'Quill believes the whole time that it is dealing with Auth. When did it begin to?',
    'Compare the address from which the metadata was fetched with what the document says about itself.',
    'A client knows whose document it asked for. One line in the document has to say the same.',
  ],
  listed: ['SAF-T1009 Authorization Server Mix-up'],
  opening:
    'Mallory runs an MCP server, and an authorization server that he calls by another’s name. Sam connects Quill to the MCP server. Quill is a careful client: it makes a fresh challenge, looks at the state, and, where the revision has it, at the name in the answer. All of that rests on one document, which it reads first.',
  beats: [
    {
      at: 'mcp-challenge',
      in: ['2025-03-26'],
      text: 'Mallory’s server wants a token. In this revision a client finds the authorization server by dropping the path of the MCP server’s address [mcp-2025-03-26-authorization-authorization-base-url]. So Quill knows whose metadata it is about to fetch: that of the host that has just answered. Keep that in mind.',
    },
    {
      at: 'resource-metadata',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'Mallory’s server says who guards it: `https://login.mallory.example`. Up to here there is no lie. From this identifier Quill makes the address of the metadata, so that it knows whose document it is about to fetch. Keep that in mind.',
    },
    {
      at: 'server-metadata',
      in: ['2025-03-26'],
      text: 'And here is the lie: `issuer` says `https://notes.example`, where Auth lives in this revision. But `token_endpoint` stays with Mallory. The value must be identical to the one from which the address was made; if it is not, the document must not be used [rfc8414-3.3]. Quill does not look.',
    },
    {
      at: 'server-metadata',
      in: ['2025-06-18', '2025-11-25'],
      text: 'And here is the lie: `issuer` says `https://auth.example`. But `token_endpoint` stays with Mallory. The value must be identical to the one from which the address was made; if it is not, the document must not be used [rfc8414-3.3]. Quill does not look.',
    },
    {
      at: 'server-metadata',
      in: ['2026-07-28'],
      text: 'And here is the lie: `issuer` says `https://auth.example`. But `token_endpoint` stays with Mallory. A client must compare, and must reject this very document: the specification has it as its example [mcp-2026-07-28-authorization-server-discovery-authorization-server-metadata-discovery]. Quill does not look.',
    },
    {
      at: 'registration-request',
      in: ['2025-03-26'],
      with: ['dynamic'],
      text: 'Quill needs a name at the authorization server, and registers where the document tells it to. Mallory has named Auth’s own endpoint, at `notes.example`. He wants Quill to be known there, since it is Auth’s code that he is after.',
    },
    {
      at: 'registration-request',
      in: ['2025-06-18'],
      with: ['dynamic'],
      text: 'Quill needs a name at the authorization server, and registers where the document tells it to. Mallory has named Auth’s own endpoint, at `auth.example`. He wants Quill to be known there, since it is Auth’s code that he is after.',
    },
    {
      at: 'open-browser',
      text: 'Quill makes its request, and writes down beside the verifier which issuer it asks: the one from the document. Whatever it compares with that later, it compares with Mallory’s word. RFC 8414 describes this impersonation: the honest issuer’s name, the attacker’s endpoints [rfc8414-6.2].',
    },
    {
      at: 'sign-in-response',
      text: 'Mallory’s authorization endpoint shows no page. It sends the browser on to Auth, with the same `state` and the same `code_challenge`. To remember the server’s name is not enough against this: the endpoint under that name can be somebody else’s [oauth21-13-7.14].',
    },
    {
      at: 'consent-page',
      text: 'Sam is at Auth now, on the real page, and the name of the client on it is real as well. Nobody has told Sam anything false; nobody could ask Sam to notice.',
    },
    {
      at: 'callback-request',
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'The answer comes back, and Quill compares the `state`: right. These revisions do not speak of a name in the answer. If they did, it would not help: the answer really is from the server that Quill believes it asked.',
    },
    {
      at: 'callback-request',
      in: ['2026-07-28'],
      text: 'The answer names its server: `iss`. Quill compares, and it holds, to the letter. Auth wrote `https://auth.example`, and that is what Quill had noted, from Mallory’s document. This check gives no protection when the expected name comes from a source that nobody validated [mcp-2026-07-28-authorization-authorization-response-validation].',
    },
    {
      at: 'token-request',
      text: 'Look at `Host`: it is Mallory’s. Quill believes that this is Auth’s token endpoint, for it stood in the document of that name. So `code` and `code_verifier` go to him, in one message, over a connection that nobody can listen to.',
    },
    {
      at: 'token-request',
      nth: 2,
      text: 'Mallory redeems at the real endpoint what he was brought: `code`, `code_verifier`, and the `client_id` under which Auth knows Quill. For a client without a secret that is all there is to show, and Auth has no reason to refuse.',
    },
    {
      at: 'token-response',
      nth: 2,
      text: 'Mallory has a token in Sam’s name. Every later check has held: state, verifier, consent, and where there is one the name in the answer. All of them came after the moment at which Quill took one server’s word for another’s.',
    },
  ],
  phases: {
    discovery: 'Quill reads a document that says it is somebody else’s.',
    registration: 'Quill looks for the name under which it will be known.',
    authorization: 'The browser passes Mallory’s door, and Sam agrees at Auth’s.',
    tokenExchange: 'Quill takes the code where the document told it to.',
    attack: 'Mallory redeems what was brought to him.',
    toolCall: 'Mallory reads with a token of his own.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'Mallory’s metadata has Auth’s name and Mallory’s token endpoint. Which check would have seen through it?',
    choices: [
      {
        says: 'Comparing the name in the authorization response with the issuer that was asked.',
        because:
          'That holds here. The answer is Auth’s, and Quill’s note says Auth, for it was copied from the forged document. Check the source first, then what you derive from it.',
      },
      {
        says: 'Comparing the issuer in the metadata with the one its address was made from.',
        right: true,
        because:
          'Quill asked for the document of Mallory’s issuer and got one in Auth’s name. Two different strings, and a client must not use such a document.',
      },
      {
        says: 'PKCE: the stolen code is useless without the verifier.',
        because:
          'Quill sends the verifier along, to the endpoint that the document calls the token endpoint. Whoever writes the document writes where the proof goes.',
      },
      {
        says: 'TLS: a server that is not Auth has no certificate for Auth.',
        because:
          'Nobody claims a host here, only a name inside a document. Every address in this story belongs to the one who answers there, with a valid certificate.',
      },
    ],
  },
  refs: [
    'rfc8414-3.3',
    'rfc8414-6.2',
    'mcp-2026-07-28-authorization-server-discovery-authorization-server-metadata-discovery',
    'mcp-2026-07-28-authorization-authorization-response-validation',
    'mcp-2025-03-26-authorization-server-metadata-discovery',
    'mcp-2025-06-18-authorization-server-metadata-discovery',
    'mcp-2025-11-25-authorization-authorization-server-metadata-discovery',
    'mcp-2025-03-26-authorization-authorization-base-url',
    'openid-discovery-4.3',
    'oauth21-13-7.14',
    'rfc9700-4.4',
  ],
} as const satisfies Attack
