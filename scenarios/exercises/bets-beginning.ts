import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** The first request of a client that has no token. */
export const knockFirst = {
  ...betCards['knock-first'],
  predicts: 'status',
  after: { at: 'mcp-request' },
  asks: 'Quill, a program on Sam’s machine, has never spoken to Notes. It sends its first request, with no password and no token. Which status comes back?',
  options: [
    { id: '200', says: '200: Notes answers, for nothing secret was asked yet.' },
    { id: '401', says: '401: Notes wants to see something first.' },
    { id: '403', says: '403: Notes knows that Quill may not do this.' },
    { id: '404', says: '404: Notes hides that there is anything here.' },
  ],
  hints: [
    'Notes does not know who is asking.',
    'Two of these statuses say no. One of them says: not yet.',
    'The status that asks for authorization is the one that browsers answer with a sign-in window.',
  ],
  because:
    'Nobody has told Quill where to sign in, so it simply knocks. A 401 is no failure here: its `WWW-Authenticate` header says where Notes describes itself.',
  guide: {
    aim: 'Tell a 401, which asks for a token, from a 403, which is about what a token allows.',
    say: 'Ask who has seen a 401 in their own work. Then have everybody bet before anybody explains.',
    questions: [
      {
        asks: 'Is it not wasteful to send a request that must fail?',
        answer:
          'It is how the client finds its way. The answer names the address of the metadata, and nothing has to be configured beforehand.',
      },
    ],
    wrongTurns: [
      'People choose 403, since it reads as forbidden. That would mean that Notes knows what the caller may do, and there is no token to tell it.',
    ],
  },
  refs: ['rfc6750-3', 'mcp-2025-06-18-authorization-authorization-server-location'],
} as const satisfies Bet

/** Where a client goes once a server has described itself. */
export const whomToAsk = {
  ...betCards['whom-to-ask'],
  predicts: 'next',
  after: { at: 'resource-metadata' },
  asks: 'Notes has described itself: it names Auth, the server that gives out tokens for it. What does Quill do next?',
  options: [
    { id: 'server-metadata-request', says: 'It asks Auth to describe itself too.' },
    { id: 'open-browser', says: 'It opens the browser, so that Sam can sign in at Auth.' },
    { id: 'registration-request', says: 'It registers itself at Auth.' },
    { id: 'mcp-request', says: 'It asks Notes for the note once more.' },
  ],
  hints: [
    'Quill knows a name now. What does it not know yet?',
    'To sign in or to register it would need an address for that. Nobody has named one.',
    'There is a second document, and it lists the addresses of Auth.',
  ],
  because:
    'The document of Notes says only who Auth is. Where one signs in there, and where a code becomes a token, Auth says itself in a document of its own.',
  guide: {
    aim: 'Name the two documents of discovery, and which server each is about.',
    say: 'Draw two boxes, Notes and Auth. Ask what a client must know about each before it can begin.',
    questions: [
      {
        asks: 'Why are these two servers and not one?',
        answer:
          'One keeps the notes, the other knows the people. One authorization server can serve many others, and then Sam signs in at one place only.',
      },
    ],
    wrongTurns: [
      'Some open the browser at once. Which address it should open stands in the document that has not been fetched yet.',
    ],
  },
  refs: ['mcp-2025-06-18-authorization-authorization-flow-steps'],
} as const satisfies Bet

/** What a client needs before anybody signs in. */
export const aNameFirst = {
  ...betCards['a-name-first'],
  predicts: 'next',
  after: { at: 'vault-entry' },
  asks: 'Quill knows the addresses of Auth. It has looked into its vault, and found nothing from an earlier visit. What comes next?',
  options: [
    { id: 'registration-request', says: 'Quill tells Auth who it is, and gets a name there.' },
    { id: 'open-browser', says: 'Quill opens the browser.' },
    { id: 'authorization-request', says: 'The browser asks Auth to let Quill in.' },
    { id: 'token-request', says: 'Quill asks Auth for a token.' },
  ],
  hints: [
    'What might have been in the vault?',
    'Auth will show Sam a page that says who wants to get in.',
    'A program needs a client id before it can ask for anything.',
  ],
  because:
    'Auth has to know whom it asks Sam about, and where the browser may be sent back to. Quill says both when it registers, and gets its client id for it.',
  guide: {
    aim: 'Say what a client id is for, and that it is a name and no secret.',
    say: 'Ask what the consent page will have to show. Everything on it has to come from somewhere.',
    questions: [
      {
        asks: 'May anybody register?',
        answer:
          'In this story, yes. Registration gives a name and no rights at all; those come from Sam.',
      },
      {
        asks: 'Does Quill get a password of its own?',
        answer:
          'Not here. A program on somebody’s machine could not keep one, so it gets a name alone.',
      },
    ],
    wrongTurns: [
      'Some expect the token at once. Nobody has asked Sam yet, and without him there is nothing to give.',
    ],
  },
  refs: ['mcp-2025-06-18-authorization-authorization-flow-steps', 'oauth21-13-2.2'],
} as const satisfies Bet
