import type { Attack } from '../../engine/scenario.ts'
import { keepingCards } from '../attack-cards/keeping.ts'
import { pkceChecks } from '../pkce-checks.ts'

const groceries = { call: 'read_note', arguments: { name: 'groceries' } } as const
const seedVault = { call: 'read_note', arguments: { name: 'seed-vault' } } as const

/** A refresh token that two hold: rotation, and what it is for. */
export const refreshReuse = {
  ...keepingCards['refresh-reuse'],
  expects: 'won',
  given: ['vault.plain-file'],
  forget: ['as/refresh-rotated', 'as/refresh-reuse-revokes-family'],
  acts: [
    { who: 'client', does: 'connect', errands: [groceries] },
    { who: 'attacker', does: 'read-vault' },
    { who: 'attacker', does: 'refresh', client: 'victim' },
    { who: 'attacker', does: 'call', ...groceries },
    { who: 'client', does: 'go-on', errands: [{ wait: 1_000 }, groceries] },
    { who: 'attacker', does: 'refresh', client: 'victim' },
    { who: 'attacker', does: 'call', ...seedVault },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['as/refresh-rotated', 'as/refresh-reuse-revokes-family'],
      because:
        'Each refresh brings a new token, and the old one is remembered as dead. The second of two holders shows a dead token; Auth notices and withdraws the family, all that came of the first [oauth21-13-4.3.1]. Without rotation nothing dies, without noticing nobody minds.',
    },
  ],
  decoys: [
    {
      checks: ['as/refresh-same-client'],
      name: 'the client’s id',
      because:
        'Auth compares the client that refreshes with the client that the token was issued to. Mallory writes the same `client_id`: it stands in the file too, and a public client has nothing to prove it with. With a secret kept elsewhere it would help.',
    },
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'PKCE guards the code, until it is redeemed. That was over before Mallory came. A refresh carries no verifier, and nobody asks for one.',
    },
    {
      checks: ['as/refresh-fresh'],
      name: 'an expiry for refresh tokens',
      because:
        'A refresh token that lies unused for a month dies. Mallory uses his, and each use starts the month again. It limits what an old, forgotten copy is worth.',
    },
    {
      checks: ['client/refresh-replaced'],
      name: 'throwing the old token away',
      because:
        'Once it has a new one, Quill must throw the old one away [oauth21-13-4.3.2]: its own copy. Mallory’s is another. What is dead, Auth decides, and not who deletes it.',
    },
  ],
  variants: {
    'owner-first': {
      title: 'The owner’s client is first',
      says: 'Quill refreshes before Mallory does, so that what he holds is the older token. The two checks are the same; the one they catch is Mallory himself.',
      acts: [
        { who: 'client', does: 'connect', errands: [groceries] },
        { who: 'attacker', does: 'read-vault' },
        { who: 'client', does: 'go-on', errands: [{ wait: 1_000 }, groceries] },
        { who: 'attacker', does: 'refresh', client: 'victim' },
        { who: 'attacker', does: 'call', ...seedVault },
      ],
    },
  },
  endings: {
    careless:
      'Auth gave out access tokens for one refresh token to both who had it, and would have gone on for months: Mallory reads Sam’s notes whenever he likes.',
    careful:
      'The second of the two came with a refresh token that was already exchanged, and Auth withdrew the whole family: Quill has to ask Sam again, and Mallory is out once his last access token has expired. What he read, he has.',
  },
  hints: [
    'Two hold the same token. Ask what Auth sees when both have used it.',
    'Compare the `refresh_token` in a refresh request with the one in its answer.',
    'If each refresh made the old token worthless, one of the two would soon come with a worthless one.',
  ],
  listed: [
    'SAF-T1202 OAuth Token Persistence',
    'OWASP MCP01:2025 Token Mismanagement & Secret Exposure',
  ],
  opening:
    'Quill keeps Sam’s tokens in a plain file, and a program of Mallory’s has copied it. How a copy comes about is another story; backups, logs and shared computers do as well. Now two hold the same refresh token. Mallory wants more than one note. He wants this to go on, next week too. Whether it does depends on what Auth does when both of them use it.',
  beats: [
    {
      at: 'token-response',
      text: 'Two tokens with two lives. The access token is good for `900` seconds. The `refresh_token` gets new ones from Auth for weeks, without Sam being asked again: it stands for everything that Sam agreed to. Short access tokens help only as long as nobody else has the other one.',
    },
    {
      at: 'file',
      text: 'Mallory reads both, and the `client_id` besides. Nothing is missing from Quill’s file afterwards, so nobody notices. From here on the two differ in nothing that Auth could see: same token, same name, and a public client has no secret.',
    },
    {
      at: 'refresh-request',
      nth: 1,
      of: ['plain'],
      text: 'Mallory is first. He asks for new tokens under Quill’s `client_id`. Auth must look whether the token was issued to this client [oauth21-13-4.3.1]: it was. That check cannot tell a public client from somebody who says its name.',
    },
    {
      at: 'refresh-response',
      nth: 1,
      of: ['plain'],
      text: 'Here is the carelessness, and it comes again with each refresh. Compare `refresh_token` with the one in the request: the same. For public clients a server has to bind refresh tokens to their holder, or rotate them: give a new one each time and kill the old one [oauth21-13-4.3.1]. This Auth does neither.',
    },
    {
      at: 'refresh-request',
      nth: 2,
      of: ['plain'],
      text: 'A quarter of an hour later Quill refreshes, as every day. Here the carelessness shows. Had Auth rotated, this token would be dead since Mallory’s visit, and Auth would learn that two have it. It could not know which is the thief, so it would withdraw the whole family, the newest refresh token too [oauth21-13-4.3.1]. It notices nothing.',
    },
    {
      at: 'refresh-request',
      nth: 3,
      of: ['plain'],
      text: 'Mallory comes back after Quill has refreshed, and the same token serves him again. Neither of them disturbs the other. Quill works, Sam sees nothing, and no log shows more than one client that refreshes a little often.',
    },
    {
      at: 'refresh-request',
      nth: 1,
      of: ['owner-first'],
      text: 'This time Quill is first. A rotating server would give it a new token now and remember the one in this request as dead; Mallory’s copy would be dead with it. Look at the answer: the `refresh_token` is the old one.',
    },
    {
      at: 'refresh-request',
      nth: 2,
      of: ['owner-first'],
      text: 'Now Mallory uses his copy. With rotation this would be an exchanged token, the alarm would be his own doing, and he would have gained nothing. But Quill’s tokens would die as well: Auth cannot know which of the two it has in front of it [rfc9700-4.14.2].',
    },
    {
      at: 'mcp-response',
      nth: 14,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      of: ['plain'],
      text: 'The note is out: *under the third flower pot*. To be fair, he could have had it on the first day: what a thief reads before the second use, nobody takes back. Rotation that remembers does not prevent the theft of a refresh token. It ends it.',
    },
    {
      at: 'mcp-response',
      nth: 8,
      in: ['2026-07-28'],
      of: ['plain'],
      text: 'The note is out: *under the third flower pot*. To be fair, he could have had it on the first day: what a thief reads before the second use, nobody takes back. Rotation that remembers does not prevent the theft of a refresh token. It ends it.',
    },
  ],
  phases: {
    discovery: 'Who guards the notes: the owner’s client asks, and later somebody else.',
    registration: 'Quill looks for the name under which Auth knows it.',
    authorization: 'Sam is asked, once.',
    tokenExchange: 'Quill gets two tokens, and keeps them in a file.',
    toolCall: 'Whoever has a fresh access token reads notes.',
    refresh: 'Quill exchanges its refresh token.',
    attack: 'Mallory works with his copy.',
  },
  betBefore: { at: 'refresh-request', nth: 2 },
  question: {
    asks: 'Mallory has copied the refresh token and has refreshed with it before Quill did. What makes an end of it?',
    choices: [
      {
        says: 'Auth hands out a new refresh token each time. That alone is enough.',
        because:
          'Only if the old ones stop working and somebody minds when one comes back. A server that rotates and still takes the old token has two holders and two tokens, and both go on.',
      },
      {
        says: 'Auth rotates, and when an old token comes back it withdraws the whole family: every refresh token that came of the first.',
        right: true,
        because:
          'Quill comes second, with a dead token, and that is the alarm. Mallory’s newer refresh token dies with it [oauth21-13-4.3.1]. Quill has to ask Sam again; Mallory has nobody to ask.',
      },
      {
        says: 'Auth checks that the refresh comes from the client that the token was issued to.',
        because:
          'It does. A public client proves itself by saying its id, and the id lies in the same file. Binding helps where the client can be authenticated.',
      },
      {
        says: 'The access token lives for five minutes instead of fifteen.',
        because:
          'Then Mallory refreshes three times as often. A short access token limits what a stolen *access* token is worth; the refresh token makes new ones.',
      },
    ],
  },
  refs: [
    'oauth21-13-4.3.1',
    'rfc9700-4.14.2',
    'mcp-2025-03-26-authorization-implementation-requirements',
    'mcp-2025-06-18-authorization-token-theft',
    'mcp-2025-11-25-authorization-token-theft',
    'mcp-2026-07-28-security-considerations-token-theft',
    'oauth21-13-4.3',
    'oauth21-13-4.3.2',
    'oauth21-13-4.3.3',
  ],
} as const satisfies Attack
