import type { Attack } from '../../engine/scenario.ts'
import { discoveryCards } from '../attack-cards/discovery.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A secret that is shown to an authorization server which never gave it. */
export const credentialsToNewIssuer = {
  ...discoveryCards['credentials-to-new-issuer'],
  expects: 'won',
  forget: ['client/credentials-of-this-issuer'],
  mallory: { mcp: { issuer: 'own', formerly: 'honest' }, as: { authorize: 'made-up-code' } },
  acts: [{ who: 'client', does: 'connect', to: 'attacker', errands: [] }],
  goal: { is: 'learns', what: 'client secret' },
  stops: [
    {
      checks: ['client/credentials-of-this-issuer'],
      because:
        'Quill keeps with its secret the issuer that gave it, and compares before it uses it. The MCP server is the same as yesterday, the issuer is not. The secret stays where it is.',
    },
  ],
  decoys: [
    {
      checks: ['client/metadata-issuer-matches'],
      name: 'comparing the issuer in the metadata',
      because:
        'Mallory’s new authorization server describes itself, correctly. It does not pretend to be Auth. It is just another one, and nobody asked whether Quill has dealt with it before.',
    },
    {
      checks: ['client/resource-matches'],
      name: 'comparing the resource',
      because:
        'The MCP server calls itself by its own name, and that is the server which Sam connected to. It is free to change its authorization server. The name proves nothing about that.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'The code here is made up and opens nothing. Mallory does not want a token. He wants the message in which Quill tries to get one, for the secret stands in it.',
    },
    {
      checks: ['client/state-matches'],
      name: 'the state',
      because:
        'Mallory’s server got the state with the request, and sends it back. It answers the very request that it received.',
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
        'The answer says that it is Mallory’s, and Mallory’s server is the one that Quill asked. Nothing is mixed up; the wrong secret is in the right letter.',
    },
    {
      checks: ['client/endpoint-scheme-allowed'],
      name: 'TLS',
      because:
        'The connection is encrypted all the way, to Mallory. TLS keeps others from reading along. It does not choose to whom one speaks.',
    },
  ],
  endings: {
    careless:
      'Quill looked up its credentials by the MCP server and not by the issuer that gave them, and sent Auth’s secret to Mallory’s token endpoint.',
    careful:
      'Quill sees that its credentials were given by another issuer, stops, and says so; the secret never leaves the vault.',
  },
  hints: [
    'Nobody signs in, nobody consents, and the code is worthless. What is the last message that Quill sends?',
    'Ask what a secret belongs to: the server that one connects to, or the one that gave it.',
    'In what the vault answers there are two addresses. Compare one of them with where Quill is going.',
  ],
  listed: ['OWASP MCP01:2025 Token Mismanagement & Secret Exposure'],
  opening:
    'Somebody registered Quill at Auth by hand, with a secret, so that Sam could use a server with tools. That server is Mallory’s, and until yesterday it named Auth as its authorization server, as it should. The secret lies in Quill’s vault. Over night Mallory has changed one line of his metadata. Sam connects again.',
  beats: [
    {
      at: 'resource-metadata',
      text: 'This is the line. Yesterday it said Auth; today `authorization_servers` names `https://login.mallory.example`. A server may change its authorization server, and a client learns of it in this way. What follows from it for the client, many a client has not thought about.',
    },
    {
      at: 'server-metadata',
      text: 'Quill reads what the new server says about itself, and everything is right: `issuer` is the name that Quill came with [rfc8414-3.3], the endpoints are its own, all over https. It is a proper authorization server. Quill has never had to do with it.',
    },
    {
      at: 'vault-entry',
      in: ['2025-06-18', '2025-11-25'],
      text: 'Quill looks for credentials, and finds some: kept for this MCP server, given by `https://auth.example`. A `client_id` means something only where it was issued [rfc6749-2.2]. These revisions do not tell a client to compare, though it would have what it needs. This one does not.',
    },
    {
      at: 'vault-entry',
      in: ['2026-07-28'],
      text: 'Quill looks for credentials, and finds some: kept for this MCP server, given by `https://auth.example`. Credentials must be tied to the issuer that gave them, and must not be used with another when the server changes [mcp-2026-07-28-client-registration-authorization-server-binding]. Quill has both names before it, and does not compare.',
    },
    {
      at: 'open-browser',
      text: 'The browser opens, with the `client_id` that Auth once gave. The new server has never issued it and could not know it. An honest one would show an error here, and the matter would end.',
    },
    {
      at: 'authorization-response',
      text: 'Mallory’s does not even show a page. It sends the browser straight back, with the right `state` and a code that it has made up: `a-code-that-opens-nothing`. Sam sees a window open and close.',
    },
    {
      at: 'token-request',
      text: 'Quill takes the code for a receipt of Sam’s consent, and asks for tokens in exchange. `client_secret` stands in the form, for this client proves in this way who it is [rfc6749-2.3.1]. Mallory writes it down. From now on he can be Quill at Auth, wherever a secret is all that is asked for.',
    },
    {
      at: 'token-response',
      text: 'He answers with an error, and Quill reports that the connection failed. To Sam it looks like a server with troubles. Nothing on the screen says that a secret has left the machine.',
    },
  ],
  phases: {
    discovery: 'The server names another authorization server than yesterday.',
    registration: 'Quill finds credentials, and takes them.',
    authorization: 'The browser goes out and comes back within a moment.',
    tokenExchange: 'Quill shows who it is.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'The MCP server has a new authorization server. What should Quill do with the secret it has from the old one?',
    choices: [
      {
        says: 'Use it: it was kept for this MCP server, and that is the same.',
        because:
          'The MCP server did not give it. Whoever runs that server could then have any client’s secret for the price of one changed line in a document.',
      },
      {
        says: 'Keep it, and stop: it belongs to the issuer that gave it.',
        right: true,
        because:
          'A secret is shared between a client and one authorization server. Another one must not see it; the client registers anew, or, where it was done by hand, tells its owner.',
      },
      {
        says: 'Use it if the metadata of the new server is valid.',
        because:
          'It is valid. Mallory’s server says truly that it is Mallory’s. Being genuine does not make it the one that the secret was agreed with.',
      },
      {
        says: 'Use it over TLS with PKCE, so that nobody can take it on its way.',
        because:
          'Nobody takes it on its way. It arrives, complete and encrypted, at the address that it was sent to. The address is the mistake.',
      },
    ],
  },
  refs: [
    'mcp-2026-07-28-client-registration-authorization-server-binding',
    'mcp-2026-07-28-authorization-server-discovery-authorization-server-location',
    'rfc6749-2.2',
    'rfc6749-2.3.1',
    'rfc8414-3.3',
    'rfc9728-7.6',
  ],
} as const satisfies Attack
