import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

const withSessions = ['2025-03-26', '2025-06-18', '2025-11-25'] as const
const byHand = ['pre-registered', 'client-secret-basic', 'client-secret-post'] as const

/** A client that comes with an API key until the server takes none any more, and with a token after that. */
export const leavingApiKeys = {
  ...cards['leaving-api-keys'],
  apiKeyFor: 604_800,
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'groceries' } },
    { wait: 604_800 },
    { call: 'read_note', arguments: { name: 'groceries' } },
  ],
  expects: 'completed',
  opening:
    'Sam once gave Quill an *API key*: a line of text that opens Sam’s account at Notes to whoever sends it. Now Notes wants to be rid of keys, and has set a day. Open its audit log beside the messages, and watch who Notes believes is calling, before that day and after it.',
  beats: [
    {
      at: 'mcp-request',
      text: 'The key stands under `X-API-Key`, and it is everything: no browser came first, nobody was asked. Whoever gets to see this one line can send it too, and Notes will take them for a program of Sam’s.',
    },
    {
      at: 'mcp-response',
      text: 'The key works, and it will not for long. `Deprecation` gives the second since which keys are discouraged [rfc9745-2], `Sunset` the moment when they end, a week from now [rfc8594-3]. Both were made to speak of addresses; Notes speaks with them of a way in. Every answer to a key carries them.',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: withSessions,
      text: 'Sam has the list. The audit log says: account sam, client “API key”, scopes for reading *and* writing. Which program was it? Notes cannot know, for any program with this key looks the same. Did it need to write? It did not, but the key can. And who allowed that? Nobody was asked.',
    },
    {
      at: 'mcp-response',
      nth: 2,
      in: ['2026-07-28'],
      text: 'Sam has the list. The audit log says: account sam, client “API key”, scopes for reading *and* writing. Which program was it? Notes cannot know, for any program with this key looks the same. Did it need to write? It did not, but the key can. And who allowed that? Nobody was asked.',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-03-26'],
      text: 'A week later, the same key: `401`. Yet this is no shut door. `WWW-Authenticate` names `Bearer`, so a token would do, and in this revision a client knows where to ask for one: at the MCP server’s own origin [mcp-2025-03-26-authorization-authorization-base-url].',
    },
    {
      at: 'mcp-challenge',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'A week later, the same key: `401`. Yet this is no shut door. `WWW-Authenticate` names `Bearer`, so a token would do, and under `resource_metadata` stands where a client can begin to look for one [rfc9728-5.1]. Notes says no to the key, and not to Quill.',
    },
    {
      at: 'vault-entry',
      with: byHand,
      text: 'Somebody prepared this day: Quill is registered at Auth already, and finds its `client_id` in the vault. Where clients cannot introduce themselves, that has to be done before keys end.',
    },
    {
      at: 'client-document',
      with: ['metadata-document'],
      text: 'Nobody had to tell Auth beforehand. Quill’s `client_id` is the address of this document, and Auth reads here who is asking. With its key it had no name of its own; now it has an address, and the audit log will tell it from other programs.',
    },
    {
      at: 'registration-request',
      with: ['dynamic'],
      text: 'Nobody had to tell Auth beforehand. Quill has never met it, and introduces itself. With its key it had no name of its own; the answer gives it one, and the audit log will tell it from other programs.',
    },
    {
      at: 'consent-page',
      text: 'What the key never had: somebody who says yes. Sam reads which program wants to act, at which server, and what it could do: `read your notes`. The key could change them too, and nobody will miss that.',
    },
    {
      at: 'token-response',
      text: 'The key worked for everybody who had it, until Notes gave up keys altogether. This token works for `expires_in`, 900 seconds, and only with this `scope`. What renews it belongs to Quill: Auth can withdraw it, and any other program of Sam’s would go on as before.',
    },
    {
      at: 'mcp-request',
      nth: 6,
      in: withSessions,
      text: 'The very call that was turned away, with `Authorization` in place of the key. One credential, never two: with both it would be open on whose behalf the call is made, and Notes would refuse. Quill sends its key no more; the next thing to do is to delete it wherever it was written down.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      in: ['2026-07-28'],
      text: 'The very call that was turned away, with `Authorization` in place of the key. One credential, never two: with both it would be open on whose behalf the call is made, and Notes would refuse. Quill sends its key no more; the next thing to do is to delete it wherever it was written down.',
    },
    {
      at: 'mcp-response',
      nth: 5,
      in: withSessions,
      text: 'The same list, and another line in the audit log: account sam, as before, but the client is Quill’s own id, and the scope is for reading alone. Who, through which program, with which permission: three answers where the key gave one.',
    },
    {
      at: 'mcp-response',
      nth: 3,
      in: ['2026-07-28'],
      text: 'The same list, and another line in the audit log: account sam, as before, but the client is Quill’s own id, and nothing in the scope allows to write. Who, through which program, with which permission: three answers where the key gave one.',
    },
  ],
  phases: {
    discovery: 'Quill knocks, and learns what Notes takes.',
    registration: 'Quill needs a name at Auth.',
    authorization: 'Sam is asked, for the first time.',
    tokenExchange: 'Quill gets tokens, which are its own.',
    toolCall: 'Quill speaks MCP, with a credential in every request.',
  },
  question: {
    asks: 'You run a server that takes API keys, and want it to take tokens instead. What should it do with keys on the day?',
    choices: [
      {
        says: 'Go on taking them beside tokens, for those who have not moved.',
        because:
          'Then nothing is gained. A copied key opens as much as ever, and whoever has one takes the way on which nobody is asked. Take both for a time, and say when it ends.',
      },
      {
        says: 'Answer 403: the key is known, and no longer allowed.',
        because:
          'That says: you are known, and may not. Quill would stop there, as would any client that believes it. A 401 with a challenge says that another credential would do, and where to look for it.',
      },
      {
        says: 'Give out a token for each key that comes, without troubling anybody.',
        because:
          'Whoever copied the key now gets a token as well. Nobody was asked, and the token could not say which program it is for, because the key did not.',
      },
      {
        says: 'Answer 401 with a challenge, having announced the day in every answer before.',
        right: true,
        because:
          'Who reads the announcement can move in time. Who does not is turned away in the one manner that a client of MCP understands, and is led to Auth, where Sam is asked.',
      },
    ],
  },
  refs: [
    'rfc9745-2',
    'rfc8594-3',
    'mcp-2025-03-26-authorization-authorization-base-url',
    'rfc9728-5.1',
    'rfc9110-15.5.2',
    'oauth21-13-5.2',
  ],
} as const satisfies Scenario
