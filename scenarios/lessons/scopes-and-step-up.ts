import type { Scenario } from '../../engine/scenario.ts'
import { cards } from '../cards.ts'

/** A client that asks for little, is turned away for want of scope, and goes back to the owner for more. */
export const scopesAndStepUp = {
  ...cards['scopes-and-step-up'],
  forget: [],
  errands: [
    { call: 'read_note', arguments: { name: 'groceries' } },
    {
      call: 'write_note',
      arguments: { name: 'groceries', text: 'Oats, plums, coffee, candles.' },
    },
    { call: 'read_note', arguments: { name: 'groceries' } },
  ],
  expects: 'completed',
  opening:
    'Sam wants Quill to read the shopping list, then to add candles to it, then to read it once more. To read notes is one permission, to change them is another, and Quill could ask for both before it begins. Watch how little it asks for, what happens when that is not enough, and what it asks for then.',
  beats: [
    {
      at: 'mcp-challenge',
      text: 'A *scope* is the name of something that a token allows. This `401` names one, `notes:read`: what is needed to begin with. Notes has a second, for changing notes, and does not mention it. Nobody wants to change anything yet.',
    },
    {
      at: 'resource-metadata',
      in: ['2025-11-25'],
      text: 'Under `scopes_supported` both stand. A client that was told nothing by the challenge should ask for everything in this list [mcp-2025-11-25-authorization-scope-selection-strategy]. Quill was told something, and should keep to that. So one word from Notes decides how much Sam is asked for.',
    },
    {
      at: 'resource-metadata',
      in: ['2026-07-28'],
      text: 'Under `scopes_supported` both stand. A client that was told nothing by the challenge should ask for everything in this list [mcp-2026-07-28-authorization-scope-selection-strategy]. Quill was told something, and should keep to that. So one word from Notes decides how much Sam is asked for.',
    },
    {
      at: 'server-metadata',
      in: ['2026-07-28'],
      text: 'Auth lists a third: `offline_access`. Notes has no use for it. With it a client says that it would like a refresh token, so as to go on while Sam is away. It may add this scope where Auth lists it; an MCP server should not ask for it [mcp-2026-07-28-authorization-refresh-tokens].',
    },
    {
      at: 'open-browser',
      text: 'Look for `scope` in this address. Of what Notes offers it names `notes:read` alone. That is *least privilege*: somebody who copies the token that comes of this can read Sam’s notes, and cannot change a single one.',
    },
    {
      at: 'consent-page',
      text: 'Here a scope becomes words: `read your notes`. Sam decides about something small, at the moment when it is wanted. What a client might want some day is a harder question, and Sam is spared it.',
    },
    {
      at: 'token-response',
      text: 'Auth repeats the `scope`. It may grant less than was asked for, and then has to say so [rfc6749-3.3]; here it granted everything. The same words stand inside the token, under Auth’s signature: open `access_token` and find them. Notes will go by those.',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      in: ['2025-11-25'],
      text: '`403`, not 401: the token is good, and does not reach. The error says so, and `scope` names what would. Both scopes stand there, the one Quill has and the one it lacks. That is what MCP recommends, so that a client which asks for exactly this loses nothing [mcp-2025-11-25-authorization-runtime-insufficient-scope-errors].',
    },
    {
      at: 'mcp-challenge',
      nth: 2,
      in: ['2026-07-28'],
      text: '`403`, not 401: the token is good, and does not reach. The error says so, and `scope` names what this one call needs: `notes:write`. What Quill has already is not repeated, and need not be. To keep that is the client’s business [mcp-2026-07-28-authorization-runtime-insufficient-scope-errors].',
    },
    {
      at: 'open-browser',
      nth: 2,
      in: ['2025-11-25'],
      text: 'This is *step-up*: back to Sam, for more. A refresh would not help, for it never brings more than Sam granted [oauth21-13-4.3.1]. `scope` now holds what the challenge named, and Quill adds nothing to it [mcp-2025-11-25-authorization-step-up-authorization-flow].',
    },
    {
      at: 'open-browser',
      nth: 2,
      in: ['2026-07-28'],
      text: 'This is *step-up*: back to Sam, for more. A refresh would not help, for it never brings more than Sam granted [oauth21-13-4.3.1]. `scope` now holds the union: everything Quill asked for before, and `notes:write` besides [mcp-2026-07-28-authorization-step-up-authorization-flow].',
    },
    {
      at: 'consent-page',
      nth: 2,
      text: 'Sam is still signed in and types no password. But nobody decides in Sam’s place: `change your notes` is new, and this time there is a reason to say yes to it. The page lists all that the new token will allow, not merely what is new.',
    },
    {
      at: 'mcp-request',
      nth: 7,
      in: ['2025-11-25'],
      text: 'The very call that was turned away, with the new token. Had it been refused again, Quill would not go on for ever: clients should limit how often they try [mcp-2025-11-25-authorization-step-up-authorization-flow]. A server that is never satisfied could otherwise send Sam to the browser without end.',
    },
    {
      at: 'mcp-request',
      nth: 5,
      in: ['2026-07-28'],
      text: 'The very call that was turned away, with the new token. Had it been refused again, Quill would not go on for ever: clients should limit how often they try [mcp-2026-07-28-authorization-step-up-authorization-flow]. A server that is never satisfied could otherwise send Sam to the browser without end.',
    },
    {
      at: 'mcp-response',
      nth: 6,
      in: ['2025-11-25'],
      text: '`Oats, plums, coffee, candles.` Written a moment ago, and read with the same token: nothing was lost on the way up. In revisions before this one the story stops at the refusal. They list the status 403, and describe no way back to Sam [mcp-2025-06-18-authorization-error-handling].',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: ['2026-07-28'],
      text: '`Oats, plums, coffee, candles.` Written a moment ago, and read with the same token: nothing was lost on the way up. In revisions before 2025-11-25 the story stops at the refusal. They list the status 403, and describe no way back to Sam [mcp-2025-06-18-authorization-error-handling].',
    },
  ],
  phases: {
    discovery: 'Quill finds out who guards the notes, and what it should ask for.',
    registration: 'Quill sees to it that Auth knows it.',
    authorization: 'Sam is asked for a little.',
    tokenExchange: 'Quill gets a token that reaches as far as Sam said.',
    toolCall: 'Notes looks at every call, and whether the token reaches.',
    stepUp: 'It does not reach. Sam is asked for more.',
  },
  question: {
    asks: 'Quill can read, and now has to write. What should it do?',
    choices: [
      {
        says: 'Ask Sam for `notes:write` alone: that is all it lacks.',
        because:
          'The new token takes the place of the old one, and this one could write and no longer read. At the next reading Notes would turn Quill away, and Sam would be back in the browser.',
      },
      {
        says: 'Refresh its token, and repeat the call with the new one.',
        because:
          'That helps against a token that is too old. A refresh brings the same scope or less, never more than Sam granted, so Notes would refuse the new token for the same reason.',
      },
      {
        says: 'Ask Sam for `notes:read` and `notes:write` together.',
        right: true,
        because:
          'The new token takes the old one’s place, so it must reach as far, and one step further. In 2025-11-25 Notes names both in its challenge; in 2026-07-28 Quill puts the two together itself.',
      },
      {
        says: 'Nothing now: it should have asked for everything at the beginning.',
        because:
          'Sam would have had to allow changes before anybody wanted one, and every copy of that first token could have changed notes. To ask when the need is there costs one more page.',
      },
    ],
  },
  refs: [
    'mcp-2025-11-25-authorization-scope-selection-strategy',
    'mcp-2026-07-28-authorization-scope-selection-strategy',
    'mcp-2026-07-28-authorization-refresh-tokens',
    'rfc6749-3.3',
    'rfc6750-3.1',
    'mcp-2025-11-25-authorization-runtime-insufficient-scope-errors',
    'mcp-2026-07-28-authorization-runtime-insufficient-scope-errors',
    'oauth21-13-4.3.1',
    'mcp-2025-11-25-authorization-step-up-authorization-flow',
    'mcp-2026-07-28-authorization-step-up-authorization-flow',
    'mcp-2025-06-18-authorization-error-handling',
  ],
} as const satisfies Scenario
