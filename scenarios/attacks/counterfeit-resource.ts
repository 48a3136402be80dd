import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A server that has tokens made out to somebody else’s name, and collects them. */
export const counterfeitResource = {
  ...discoveryCards['counterfeit-resource'],
  expects: 'won',
  forget: ['client/resource-matches'],
  mallory: { mcp: { issuer: 'honest', claims: 'honest' } },
  acts: [
    {
      who: 'client',
      does: 'connect',
      to: 'attacker',
      errands: [{ call: 'read_note', arguments: { name: 'shopping' } }],
    },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['client/resource-matches'],
      because:
        'Quill called Mallory’s address, and the document describes Notes. The two must be identical; if not, nothing in the document may be used, and no token is ever asked for.',
    },
  ],
  decoys: [
    {
      checks: ['client/resource-sent', 'as/audience-from-resource', 'rs/audience-is-me'],
      name: 'the audience',
      because:
        'All three links hold. Quill names Notes, Auth writes Notes into the token, Notes finds its own name. The audience is right, and the token has been handed to somebody else.',
    },
    {
      checks: ['as/resource-known'],
      name: 'a list of known servers at Auth',
      because:
        'Auth looks whether it knows the server that is asked for. It does: the name is that of Notes, one of its best customers. Mallory’s own name is never mentioned.',
    },
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer',
      because:
        'Mallory does not pretend to be Auth. The authorization server is the real one, and its metadata is its own. What he lies about is himself.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'Quill asked for the code and Quill redeems it. Nobody touches it on its way. Mallory waits for what comes after: the token, which he is shown.',
    },
    {
      checks: [
        'as/iss-sent',
        'client/iss-when-promised',
        'client/iss-matches',
        'client/iss-compared-exactly',
      ],
      name: 'the name in the answer',
      because:
        'The answer is Auth’s, and Auth is whom Quill asked. There is one authorization server in this story, and it is honest.',
    },
  ],
  endings: {
    careless:
      'Quill believed a document in which Mallory’s server called itself Notes, had a token made for Notes, and showed it to Mallory, who read Sam’s note with it.',
    careful:
      'Quill compares the name in the document with the address it called, finds two servers, and stops before anybody is asked for anything.',
  },
  hints: [
    'The token is right in every line. Ask how it came into these hands.',
    'Watch two addresses: the one to which Quill sends its requests, and the one that it asks a token for.',
    'The server says in its metadata who it is. Somebody knows better, because they have just called it.',
  ],
  listed: ['SAF-T1407 Server Proxy Masquerade'],
  opening:
    'Sam keeps notes at Notes, and tries a server with free tools that Mallory runs. Everything about tokens has been set up with care: Quill names the server it wants a token for, Auth writes that name into it, and Notes takes only tokens with its own name. Mallory’s server has no flaw to exploit. It describes itself, and gets one line wrong.',
  beats: [
    {
      at: 'mcp-challenge',
      text: 'Mallory’s server asks for a token, as a server should, and says where it describes itself: on its own host. Quill has called `tools.mallory.example`. It is the only party in this story that knows that for certain.',
    },
    {
      at: 'resource-metadata',
      text: 'The document is served by Mallory, and `resource` says `https://notes.example/mcp`. It should be the address that Quill called. A client must compare the two, and use nothing of the document when they differ [rfc9728-3.3]. RFC 9728 describes this impersonation [rfc9728-7.3]. Quill does not compare.',
    },
    {
      at: 'server-metadata',
      text: 'The authorization server it names is the one that Notes really uses. Nothing is forged here: the document comes from Auth and says so. That is what makes the lie work, for a token from elsewhere would be worth nothing at Notes.',
    },
    {
      at: 'open-browser',
      text: 'Quill names the server that it wants a token for: `resource` is `https://notes.example/mcp`. It took that from the document. It must name the server that it intends to use the token with [mcp-2025-06-18-authorization-resource-parameter-implementation], and that is Mallory’s: there it will send its requests.',
    },
    {
      at: 'consent-page',
      text: 'Auth asks Sam, honestly and in full: may Quill act at `https://notes.example/mcp`? Sam keeps notes there and is used to the question. The page cannot say where Quill means to take the token, because nobody has told Auth.',
    },
    {
      at: 'token-response',
      text: 'Open `access_token`. `aud` is one name, the one that Quill asked for. Each of the three links that guard the audience is in place. They see to it that a token opens one door only; they do not see to whom it is carried.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'Quill goes back to the server that it came from, and shows the token there. Look at `Host`, and then at the audience in the token: they are two servers. This is phishing, with a client in the place of a person [rfc9700-4.9.1].',
    },
    {
      at: 'mcp-request',
      nth: 6,
      in: ['2025-06-18', '2025-11-25'],
      text: 'Mallory takes the token where it belongs. Signature, issuer, expiry and audience are what Notes wants them to be, for this token was made for Notes. No check of Notes’s can find fault with it.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      in: ['2026-07-28'],
      text: 'Mallory takes the token where it belongs. Signature, issuer, expiry and audience are what Notes wants them to be, for this token was made for Notes. No check of Notes’s can find fault with it.',
    },
    {
      at: 'mcp-response',
      nth: 8,
      in: ['2025-06-18', '2025-11-25'],
      text: 'The note is out. Binding a token to an audience helps against this only if the audience is the address that the client really sends it to [rfc9700-4.10.2]. Between the two stands one comparison, which only the client can make.',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: ['2026-07-28'],
      text: 'The note is out. Binding a token to an audience helps against this only if the audience is the address that the client really sends it to [rfc9700-4.10.2]. Between the two stands one comparison, which only the client can make.',
    },
  ],
  phases: {
    discovery: 'A server says who it is.',
    registration: 'Quill gets a name at Auth.',
    authorization: 'Sam agrees to access at Notes.',
    tokenExchange: 'Auth makes a token for Notes, as it was asked to.',
    toolCall: 'The token is shown to Mallory, and then by Mallory.',
  },
  question: {
    asks: 'The token names Notes as its audience, and Notes looks for its own name. Does that keep Mallory out?',
    choices: [
      {
        says: 'Yes: a token is good at one server only, and it is not his.',
        because:
          'It is good at Notes, and to Notes he goes. The audience says where a token opens something. It does not say who may carry it there.',
      },
      {
        says: 'No. Quill has to compare the resource in the metadata with the address it called.',
        right: true,
        because:
          'Quill is the only one who knows which server it is talking to. If the name in the document is another, the document must not be used, and no token is asked for.',
      },
      {
        says: 'Yes, as long as Auth issues tokens only for servers that it knows.',
        because:
          'Auth knows Notes well. Mallory has not entered his own name anywhere, so a list of names does not meet him.',
      },
      {
        says: 'No, but Notes could see from the signature that Mallory is not the client.',
        because:
          'The signature is Auth’s, on what Auth wrote. With a bearer token nothing proves who sends it; whoever holds it is let in.',
      },
    ],
  },
  refs: [
    'rfc9728-3.3',
    'rfc9728-7.3',
    'rfc8707-3',
    'rfc9700-4.9.1',
    'rfc9700-4.10.2',
    'mcp-2025-06-18-authorization-authorization-server-location',
    'mcp-2025-06-18-authorization-resource-parameter-implementation',
    'mcp-2025-11-25-authorization-resource-parameter-implementation',
    'mcp-2026-07-28-authorization-resource-parameter-implementation',
  ],
} as const satisfies Attack
