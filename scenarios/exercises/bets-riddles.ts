import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** What half of PKCE is worth. */
export const halfALock = {
  ...betCards['half-a-lock'],
  predicts: 'ending',
  after: { at: 'callback-request' },
  forget: ['client/pkce-s256', 'as/pkce-required'],
  asks: 'Another program on Sam’s machine has read the code. Auth compares every verifier that a code was asked for with. But Quill sends no challenge, and Auth does not insist on one. How does it end?',
  options: [
    { id: 'won', says: 'The other program redeems the code, and reads Sam’s note.' },
    { id: 'refused', says: 'Auth refuses the other program.' },
    { id: 'completed', says: 'Quill is faster, and Sam gets his note.' },
  ],
  hints: [
    'What does Auth compare, and with what?',
    'A comparison needs two things. One of them was never sent.',
    'A code without a challenge is redeemed by whoever comes first.',
  ],
  because:
    'PKCE takes two: a client that sends a hash ahead, and a server that compares. With one half alone there is nothing to compare, and the first to come gets the token.',
  guide: {
    aim: 'Say why some checks are worth something only together.',
    say: 'Ask for a show of hands before you play it. Then play it with the other half remembered too.',
    questions: [
      {
        asks: 'Would it be enough if Auth insisted on a challenge?',
        answer:
          'Then this Quill would get no code, and there would be none to steal. Nor would Sam get his note, until Quill sends a challenge.',
      },
    ],
    wrongTurns: [
      'Many say that Auth refuses, since `as/verifier-matches` is made. It is made, and finds nothing to compare.',
    ],
  },
  refs: ['rfc7636-4.6', 'oauth21-13-4.1.2.1'],
} as const satisfies Bet

/** What tells two authorization servers apart in one browser. */
export const whoWroteThis = {
  ...betCards['who-wrote-this'],
  predicts: 'decides',
  after: { at: 'authorization-response' },
  forget: [],
  asks: 'Quill has sent Sam to Mallory’s authorization server, and that one has quietly sent him on to Auth. Sam has agreed, and the code of Auth is on its way to Quill. Everybody makes every check. Which one ends it?',
  options: [
    { id: 'client/state-matches', says: 'Quill compares the state.' },
    { id: 'as/verifier-matches', says: 'Auth compares the verifier of PKCE.' },
    { id: 'client/iss-matches', says: 'Quill compares the name of the server that answers.' },
    { id: 'client/metadata-issuer-matches', says: 'Quill compares the issuer in the metadata.' },
    { id: 'rs/audience-is-me', says: 'Notes looks whom the token is for.' },
  ],
  hints: [
    'Whom did Quill ask, and who answers?',
    'The state comes back as it went out. It does not say who wrote the answer.',
    'Auth puts its own name into the answer.',
  ],
  because:
    'The answer names Auth, and Quill had asked Mallory’s server. Those are two, so the code goes nowhere. Everything else in the answer is as it should be.',
  guide: {
    aim: 'Say what the issuer in an authorization response is for.',
    say: 'Have the group follow the code: through whose hands does it go, and where would Quill take it?',
    questions: [
      {
        asks: 'Where would Quill take the code, if it did not notice?',
        answer:
          'To the server it believes it asked: Mallory’s. It would bring the verifier along, and he could redeem both at Auth.',
      },
    ],
    wrongTurns: [
      'PKCE is the favourite. Quill hands over the proof itself, to the server it believes it asked.',
      'Comparing the issuer in the metadata finds nothing: Mallory’s metadata says that it is Mallory’s.',
    ],
  },
  refs: ['rfc9207-2.4', 'rfc9700-4.4'],
} as const satisfies Bet

/** What notices that a refresh token has two holders. */
export const twoHolders = {
  ...betCards['two-holders'],
  predicts: 'decides',
  after: { at: 'refresh-response' },
  forget: [],
  asks: 'Mallory has copied Quill’s refresh token out of a plain file, and used it. Quill still has its own copy, and will use it soon. Beside that file, everything is as it should be. Which one ends it?',
  options: [
    { id: 'as/refresh-same-client', says: 'Auth compares the client that refreshes.' },
    { id: 'as/refresh-fresh', says: 'Auth looks how old the refresh token is.' },
    {
      id: 'as/refresh-reuse-revokes-family',
      says: 'Auth notices that the token was exchanged before.',
    },
    { id: 'as/verifier-matches', says: 'Auth compares the verifier of PKCE.' },
    { id: 'client/refresh-replaced', says: 'Quill throws its old refresh token away.' },
  ],
  hints: [
    'Two programs hold the same thing. Which of them comes second?',
    'After an exchange the old token is dead, but somebody still believes in it.',
    'Whoever shows a dead token gives away that there are two.',
  ],
  because:
    'Every exchange brings a new token and kills the old one. The second holder shows a dead one; Auth cannot know which of the two is the thief, so the whole family dies.',
  guide: {
    aim: 'Say how rotation makes a theft visible, and why the honest client pays for it too.',
    say: 'Ask who will be turned away first in this run: the thief, or Quill. Have the group bet on that as well.',
    questions: [
      {
        asks: 'Is it fair that Quill is thrown out?',
        answer: 'Auth sees two holders and no faces. Quill can ask Sam again; the thief cannot.',
      },
    ],
    wrongTurns: [
      'Some let Quill save itself by deleting its old token. That deletes its own copy, and Mallory’s is another one.',
    ],
  },
  refs: ['oauth21-13-4.3.1', 'rfc9700-4.14.2'],
} as const satisfies Bet
