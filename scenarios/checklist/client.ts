import type { DutyPart } from '../../engine/scenario.ts'
import { madeAt } from '../seen-at.ts'

/** What an MCP client has to do. */
export const clientDuties: DutyPart = {
  id: 'client',
  who: 'An MCP client',
  says: 'The program that connects to MCP servers in somebody’s name: most often a native app, which can keep no secret of its own.',
  groups: [
    {
      about: 'Discovery',
      duties: [
        {
          id: 'client-challenge',
          says: 'Take a 401 as an invitation: read its `Bearer` challenge, and from it where the server describes itself.',
          checks: ['client/challenge-names-metadata', 'client/turned-away-by-401'],
          seen: madeAt('first-contact', 'mcp-challenge', 'client/challenge-names-metadata'),
        },
        {
          id: 'client-resource',
          says: 'Use the metadata of an MCP server only where its `resource` is the URL you called.',
          checks: ['client/resource-matches', 'client/resource-metadata-readable'],
          seen: madeAt('first-contact', 'resource-metadata', 'client/resource-matches'),
        },
        {
          id: 'client-issuer',
          says: 'Use the metadata of an authorization server only where its `issuer` is the name you asked for, character by character.',
          checks: ['client/metadata-issuer-matches', 'client/server-metadata-readable'],
          seen: madeAt(
            'finding-the-authorization-server',
            'server-metadata.3',
            'client/metadata-issuer-matches',
          ),
        },
        {
          id: 'client-schemes',
          says: 'Go to https endpoints only. Read the scheme from the parsed URL, and let pass what is on a short list.',
          checks: ['client/endpoint-scheme-allowed', 'client/schemes-from-a-list'],
          seen: madeAt('first-contact', 'server-metadata', 'client/endpoint-scheme-allowed'),
        },
        {
          id: 'client-private-addresses',
          says: 'Fetch no address of your own network because somebody outside names it.',
          checks: ['client/no-private-addresses'],
          seen: madeAt('first-contact', 'mcp-challenge', 'client/no-private-addresses'),
        },
        {
          id: 'client-pkce-supported',
          says: 'Stop where the authorization server does not list `S256`.',
          checks: ['client/pkce-supported'],
          seen: madeAt('pkce', 'server-metadata', 'client/pkce-supported'),
        },
      ],
    },
    {
      about: 'Registration',
      duties: [
        {
          id: 'client-issuer-bound',
          says: 'Keep every registration under the issuer that gave it, and show it to no other.',
          checks: ['client/credentials-of-this-issuer'],
          seen: {
            ...madeAt('first-contact', 'vault-entry', 'client/credentials-of-this-issuer'),
            registration: 'pre-registered',
          },
        },
        {
          id: 'client-application-type',
          says: 'Say what kind of application you are: `native`, where you listen on a loopback address.',
          checks: ['client/application-type-sent'],
          seen: madeAt(
            'scopes-and-step-up',
            'registration-request',
            'client/application-type-sent',
          ),
        },
        {
          id: 'client-registration-read',
          says: 'Read the answer to a registration: the server may have changed what you asked for.',
          checks: ['client/registration-sufficient', 'client/registration-readable'],
          seen: madeAt('first-contact', 'registration-response', 'client/registration-sufficient'),
        },
      ],
    },
    {
      about: 'PKCE, and the way to the browser',
      duties: [
        {
          id: 'client-pkce',
          says: 'Draw a fresh code verifier for every request, and send its SHA-256.',
          checks: ['client/pkce-s256'],
          seen: madeAt('pkce', 'open-browser', 'client/pkce-s256'),
        },
        {
          id: 'client-state',
          says: 'Send a `state` that nobody can guess, and throw away every answer that does not bring it back.',
          checks: ['client/state-random', 'client/state-matches'],
          seen: madeAt('first-contact', 'callback-request', 'client/state-matches'),
        },
        {
          id: 'client-resource-parameter',
          says: 'Name the MCP server in `resource`, in the authorization request and in the token request.',
          checks: ['client/resource-sent'],
          seen: madeAt('whose-token-is-this', 'open-browser', 'client/resource-sent'),
        },
        {
          id: 'client-scope',
          says: 'Ask for the scopes that the challenge names, and for no more.',
          checks: ['client/scope-from-challenge'],
          seen: madeAt('scopes-and-step-up', 'open-browser', 'client/scope-from-challenge'),
        },
        {
          id: 'client-browser',
          says: 'Open the system’s browser, and never a view of your own.',
          checks: ['client/system-browser'],
          seen: madeAt('first-contact', 'open-browser', 'client/system-browser'),
        },
        {
          id: 'client-no-shell',
          says: 'Hand the URL to the browser as one argument. No shell may read it.',
          checks: ['client/opens-without-shell'],
          seen: madeAt('first-contact', 'open-browser', 'client/opens-without-shell'),
        },
        {
          id: 'client-iss',
          says: 'Compare `iss` in the answer with the issuer you asked, character by character; where it was promised, insist on it. Do so for errors, too.',
          checks: ['client/iss-matches', 'client/iss-when-promised', 'client/iss-compared-exactly'],
          seen: {
            ...madeAt('first-contact', 'callback-request', 'client/iss-matches'),
            revision: '2026-07-28',
          },
        },
      ],
    },
    {
      about: 'The vault, and rotation',
      duties: [
        {
          id: 'client-vault',
          says: 'Keep tokens where no other program can read them: in the keychain of the system, say, and not in a plain file.',
          checks: ['client/stores-in-vault'],
          seen: madeAt('first-contact', 'vault-write.2', 'client/stores-in-vault'),
        },
        {
          id: 'client-rotation',
          says: 'Put the new refresh token in the place of the old one at once.',
          checks: ['client/refresh-replaced'],
          seen: madeAt('refresh-and-rotation', 'vault-write.3', 'client/refresh-replaced'),
        },
        {
          id: 'client-token-type',
          says: 'Use a token only where you understand its `token_type`.',
          checks: ['client/token-type-bearer', 'client/token-response-readable'],
          seen: madeAt('first-contact', 'token-response', 'client/token-type-bearer'),
        },
      ],
    },
    {
      about: 'Calling the server',
      duties: [
        {
          id: 'client-header',
          says: 'Send the access token in the `Authorization` header of every request, and never in a URL.',
          checks: ['client/bearer-in-header'],
          seen: madeAt('first-contact', 'mcp-request.2', 'client/bearer-in-header'),
        },
        {
          id: 'client-version',
          says: 'Say with every request which revision of MCP it is written in; since 2026-07-28 also what it asks, and who sends it.',
          checks: ['client/version-header', 'client/request-metadata-sent'],
          seen: madeAt('first-contact', 'mcp-request.3', 'client/version-header'),
        },
        {
          id: 'client-step-up',
          says: 'Where a 403 names missing scopes, ask for those and for what you had; give up after a few times.',
          checks: ['client/step-up-union', 'client/step-up-limited'],
          seen: madeAt('scopes-and-step-up', 'open-browser.2', 'client/step-up-union'),
        },
      ],
    },
  ],
}
