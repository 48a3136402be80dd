import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

const withSessions = ['2025-03-26', '2025-06-18', '2025-11-25'] as const

/** A client renews its access token twice, each time with another refresh token, and gives the last one back. */
export const refreshAndRotation = {
  ...cards['refresh-and-rotation'],
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'groceries' } },
    { wait: 1_200 },
    { call: 'read_note', arguments: { name: 'groceries' } },
    { wait: 1_200 },
    { call: 'read_note', arguments: { name: 'groceries' } },
    { revoke: 'refresh_token' },
    { call: 'read_note', arguments: { name: 'groceries' } },
  ],
  expects: 'completed',
  opening:
    'Sam wants the shopping list three times, twenty minutes apart, and after that Quill is no longer to have access. To ask Sam for consent each time would be a nuisance, and a token that worked for ever would be a danger. Watch how Quill comes by new tokens without Sam, and what is left when it gives them back.',
  beats: [
    {
      at: 'server-metadata',
      text: 'Two entries for later. `refresh_token` among the `grant_types_supported`: Auth gives a new token for an old one. And `revocation_endpoint`: Auth also takes tokens back.',
    },
    {
      at: 'open-browser',
      in: ['2026-07-28'],
      text: '`offline_access` in `scope` says that Quill would like to go on while Sam is away, and so wants a refresh token. Clients may add it where Auth lists it, and must not take it for granted that one will come [mcp-2026-07-28-authorization-refresh-tokens].',
    },
    {
      at: 'token-response',
      text: 'Two tokens for two readers. Notes sees the `access_token`, which lives for `expires_in`, 900 seconds. The `refresh_token` is for Auth alone and buys the next pair; no resource server ever gets to see it [oauth21-13-1.3.2]. The one that is shown around is the one that soon dies.',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      text: 'Twenty minutes later. `invalid_token`: the signature is good, the time is over. Notes asked nobody; it looked into the token and at its own clock. Quill could have counted the seconds. It simply tried, and takes the answer for what it is: not a no from Sam, but a token that is too old.',
    },
    {
      at: 'refresh-request',
      with: ['pre-registered', 'metadata-document', 'dynamic'],
      text: 'No browser, and no Sam. Quill shows its `refresh_token` and says who it is; it has no secret to prove it with. Whoever had copied this token could send the same request. So every copy is a danger, and what Auth does against that stands in the answer.',
    },
    {
      at: 'refresh-request',
      with: ['client-secret-basic', 'client-secret-post'],
      text: 'No browser, and no Sam. Quill shows its `refresh_token`, and proves with its secret who it is: this token is worth something only to the client that got it [oauth21-13-4.3.1]. Whoever copied the token alone could do nothing with it. Auth is careful all the same, as its answer shows.',
    },
    {
      at: 'refresh-response',
      in: ['2025-03-26'],
      text: 'A new `access_token`, and a new `refresh_token` as well: *rotation*. The one that Quill just used is dead, and must be thrown away [oauth21-13-4.3.2]. In this revision MCP says that tokens should be rotated [mcp-2025-03-26-authorization-implementation-requirements]; later ones demand it where clients have no secret.',
    },
    {
      at: 'refresh-response',
      in: ['2025-06-18', '2025-11-25', '2026-07-28'],
      text: 'A new `access_token`, and a new `refresh_token` as well: *rotation*. The one that Quill just used is dead, and must be thrown away [oauth21-13-4.3.2]. Where clients have no secret, MCP has demanded rotation since 2025-06-18 [mcp-2025-06-18-authorization-token-theft]; Auth does it for everybody.',
    },
    {
      at: 'mcp-challenge',
      nth: 3,
      text: 'Twenty minutes more, and the next refresh is due. What if the first refresh token came again? Go back to the request with it, let it arrive twice, and see. One of the two may be a thief’s, and Auth cannot tell which: it withdraws the newest token as well [rfc9700-4.14.2]. Quill then fails here, and asks Sam.',
    },
    {
      at: 'revocation-request',
      text: 'Sam has the list, and Quill hands in what it no longer needs: the `token`, with a `token_type_hint` that may save Auth some searching. A client that merely forgets its refresh token leaves it alive for whoever has a copy. This one will work for nobody [rfc7009-2.1].',
    },
    {
      at: 'revocation-response',
      text: '`200`, and an empty body. Auth would have said the same about a token it had never seen [rfc7009-2.2]: Quill wanted a token that does not work, and has one.',
    },
    {
      at: 'mcp-request',
      nth: 10,
      in: withSessions,
      text: 'The access token was not given back, and Notes goes on taking it, as you will see. It reads `exp` in the token and asks nobody, so it cannot know what Auth withdrew. Refresh tokens must be revocable, access tokens only should be [rfc7009-2]. This one ends with its time, and so that time is short.',
    },
    {
      at: 'mcp-request',
      nth: 8,
      in: ['2026-07-28'],
      text: 'The access token was not given back, and Notes goes on taking it, as you will see. It reads `exp` in the token and asks nobody, so it cannot know what Auth withdrew. Refresh tokens must be revocable, access tokens only should be [rfc7009-2]. This one ends with its time, and so that time is short.',
    },
  ],
  phases: {
    discovery: 'Quill finds out who guards the notes.',
    registration: 'Quill sees to it that Auth knows it.',
    authorization: 'Sam decides.',
    tokenExchange: 'Quill gets two tokens for its code.',
    toolCall: 'Quill speaks MCP, for as long as its token lives.',
    refresh: 'The token is too old. Quill buys another, without Sam.',
  },
  question: {
    asks: 'Suppose that a copy of Quill’s first refresh request reaches Auth, after Quill has had its answer. What happens when Quill wants to refresh the next time?',
    choices: [
      {
        says: 'Nothing in particular: Auth refused the copy, and Quill’s newer token is still good.',
        because:
          'If Auth left it at that, a thief who came first would keep the newer token, and Quill would be the one refused. Auth cannot tell the two apart, so it trusts neither.',
      },
      {
        says: 'Auth refuses Quill too, and Sam is asked again.',
        right: true,
        because:
          'The token in the copy had been used already, so Auth withdrew its whole line. Quill did nothing wrong and pays with one more consent; a thief is left with nothing to refresh with.',
      },
      {
        says: 'It never gets that far: Notes refuses Quill’s access token at once.',
        because:
          'Notes reads the token and asks nobody. What Auth withdraws are refresh tokens; the access token that Quill holds works until its time is over.',
      },
      {
        says: 'Quill gets the error `invalid_grant`, reports it to Sam, and stops.',
        because:
          'The error means that this grant is worth nothing any more, not that Sam said no. A client that gives up here turns a lost token into a broken program; asking again mends it.',
      },
    ],
  },
  refs: [
    'mcp-2026-07-28-authorization-refresh-tokens',
    'oauth21-13-1.3.2',
    'oauth21-13-4.3.1',
    'oauth21-13-4.3.2',
    'mcp-2025-03-26-authorization-implementation-requirements',
    'mcp-2025-06-18-authorization-token-theft',
    'rfc9700-4.14.2',
    'rfc7009-2',
    'rfc7009-2.1',
    'rfc7009-2.2',
  ],
} as const satisfies Scenario
