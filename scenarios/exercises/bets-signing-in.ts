import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** Where a browser goes that a client has opened. */
export const browserOpens = {
  ...betCards['browser-opens'],
  predicts: 'next',
  after: { at: 'open-browser' },
  asks: 'Quill has opened Sam’s browser with a long address. What is the first thing that this browser does?',
  options: [
    { id: 'authorization-request', says: 'It asks Auth whether Quill may be let in.' },
    { id: 'sign-in-request', says: 'It sends Sam’s password to Auth.' },
    { id: 'callback-request', says: 'It calls Quill back.' },
    { id: 'mcp-request', says: 'It asks Notes for the note.' },
  ],
  hints: [
    'A browser does with an address what it always does.',
    'Sam has seen no page yet, so he has typed nothing.',
    'The address leads to Auth, and the question is written in it.',
  ],
  because:
    'The long address is the question: who asks, for which server, how much, and where the answer shall go. The browser carries it to Auth, and Quill sees nothing of what follows there.',
  guide: {
    aim: 'Say why the owner’s browser is in the middle, and what the client does not get to see.',
    say: 'Open the message and read its parameters aloud. Have the group guess what each is for.',
    questions: [
      {
        asks: 'Why does Quill not show the sign-in page itself?',
        answer:
          'Then it could read the password. In the system’s own browser the password goes to Auth and to nobody else.',
      },
    ],
    wrongTurns: [
      'Some bet on the password. It comes later, and only after Auth has shown a page of its own.',
    ],
  },
  refs: ['rfc8252-8.12'],
} as const satisfies Bet

/** What a client does with a code. */
export const codeInHand = {
  ...betCards['code-in-hand'],
  predicts: 'next',
  after: { at: 'close-window' },
  asks: 'Sam has agreed, and the browser has brought Quill a code. The window is closed. What does Quill do next?',
  options: [
    { id: 'token-request', says: 'It takes the code to Auth, to exchange it.' },
    { id: 'mcp-request', says: 'It shows the code to Notes and asks for the note.' },
    { id: 'vault-write', says: 'It puts the code into its vault.' },
    { id: 'refresh-request', says: 'It asks Auth for a fresh code.' },
  ],
  hints: [
    'The code came through the browser, where others may have read it.',
    'Notes has never heard of codes. It takes tokens.',
    'A code is exchanged for a token at the server that issued it.',
  ],
  because:
    'A code opens nothing. Quill takes it straight to Auth, past the browser, and proves there that it is the one who asked. Only then is there a token.',
  guide: {
    aim: 'Say why there is a code at all, between consent and token.',
    say: 'Point at the two ways: one through the browser, one straight between programs. Ask which of them you would send a key on.',
    questions: [
      {
        asks: 'Why does Auth not send the token through the browser?',
        answer:
          'What goes through a browser ends in histories and logs, and other programs may see it. A code that was read there is worth nothing without the proof.',
      },
    ],
    wrongTurns: [
      'Some let Quill go to Notes with the code. Notes reads tokens, and would turn it away.',
    ],
  },
  refs: ['rfc7636-4.6', 'oauth21-13-4.1.3'],
} as const satisfies Bet

/** What a client does when its token has grown too old. */
export const anHourLater = {
  ...betCards['an-hour-later'],
  predicts: 'next',
  after: { at: 'mcp-challenge', nth: 2 },
  asks: 'An hour has passed, and Notes turns Quill away again: its token has expired. What does Quill do?',
  options: [
    { id: 'refresh-request', says: 'It asks Auth for a new token, without Sam.' },
    { id: 'open-browser', says: 'It opens the browser, so that Sam signs in again.' },
    { id: 'registration-request', says: 'It registers once more, under another name.' },
    { id: 'resource-metadata-request', says: 'It asks Notes to describe itself again.' },
  ],
  hints: [
    'Sam would not like to sign in every quarter of an hour.',
    'Together with the first token came something else.',
    'A refresh token brings a new access token.',
  ],
  because:
    'With the access token came a refresh token. It is shown to Auth alone, and brings a new access token as long as Sam’s consent stands.',
  guide: {
    aim: 'Tell the two kinds of tokens apart: what each is shown to, and how long it lives.',
    say: 'Ask how long the group would let a stolen key be good. Then ask how often they would like to sign in.',
    questions: [
      {
        asks: 'Why not simply one token that lives for a month?',
        answer:
          'It would be shown at every request, and whoever saw it once would have it for a month. The short one travels, the long one rests.',
      },
    ],
    wrongTurns: [
      'Some send Sam to the browser. That is what happens when there is no refresh token, or when it is refused.',
    ],
  },
  refs: ['rfc9700-4.14.2'],
} as const satisfies Bet
