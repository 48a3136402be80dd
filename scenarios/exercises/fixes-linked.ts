import type { Fix } from '../../engine/scenario.ts'
import { fixCards } from '../exercise-cards/fixes.ts'

/** A token for one server opens another. */
export const stopTheBorrowedToken = {
  ...fixCards['stop-the-borrowed-token'],
  asks: 'Mallory uses a token that Sam’s client showed to Mallory’s server, and opens Notes with it. Switch on as few checks as will stop him. Sam’s own client must still get in.',
  hints: [
    'The token is genuine. What should it say, and does not?',
    'Somebody has to look, somebody has to write, and somebody has to ask for it.',
    'Three parties each do one thing about the name of the server: Quill, Auth and Notes.',
  ],
  because:
    'Quill names the server it talks to, Auth writes that one name into the token, and Notes compares it with its own. Take one away, and the other two find nothing to go by.',
  guide: {
    aim: 'Explain audience binding as one chain through three programs.',
    say: 'Give each table one of the three parties. Nobody can solve it alone, and that is the point.',
    questions: [
      {
        asks: 'If Notes compares the audience, why is that not enough?',
        answer:
          'With the others forgotten, the token is made for all servers, so the name that Notes looks for stands in every one.',
      },
    ],
    wrongTurns: [
      'Most begin with the signature, the issuer and the expiry. All three are in order here.',
      'Some remember two of the three, and are told that one is missing. Ask who has not done anything yet.',
    ],
  },
  refs: ['rfc8707-2.2', 'mcp-2025-11-25-authorization-access-token-privilege-restriction'],
} as const satisfies Fix

/** Two programs renew one token. */
export const stopTheSecondHolder = {
  ...fixCards['stop-the-second-holder'],
  asks: 'Mallory has copied Quill’s refresh token, and lives on it side by side with Quill. Switch on as few checks as will end that.',
  hints: [
    'You cannot keep the copy from being used once. Can you notice that there are two?',
    'Two holders can be told apart only when the token changes hands, so to speak.',
    'Auth has to give out a new token each time, and to notice when an old one comes back.',
  ],
  because:
    'With rotation, one of the two holders will show a token that is dead already. Auth must notice that, and withdraw all that came of it. Without rotation nothing ever dies, and without noticing nobody minds.',
  guide: {
    aim: 'Say what refresh token rotation is good for, and what it needs beside it.',
    say: 'Play it with two people and one ticket that is exchanged at a desk. Ask when the clerk can tell.',
    questions: [
      {
        asks: 'Mallory still read a note before it ended. Is that not too late?',
        answer:
          'It is late. Rotation limits a theft and makes it visible; it does not prevent it. Keeping the token where others cannot read it does.',
      },
    ],
    wrongTurns: [
      'An expiry looks good. It counts from the last use, and Mallory uses his copy.',
      'Comparing the client looks good too. Mallory writes the same `client_id`, and a public client proves nothing with it.',
    ],
  },
  refs: ['oauth21-13-4.3.1', 'rfc9700-4.14.2'],
} as const satisfies Fix

/** Whoever has read the code can redeem it. */
export const stopTheInterception = {
  ...fixCards['stop-the-interception'],
  asks: 'A program on Sam’s machine reads the code as it comes back, and redeems it before Quill does. Switch on as few checks as will stop it. Quill itself must still be able to connect.',
  hints: [
    'The code will be read. Make it worth nothing to the reader.',
    'Quill has to hold something back that the other program never sees.',
    'One check on Quill’s side and one on Auth’s. Insisting is not the same as comparing.',
  ],
  because:
    'Quill sends a hash ahead and keeps what it was made from; Auth asks for that and compares. The thief has seen the hash and cannot go back from it.',
  guide: {
    aim: 'Say which two halves PKCE consists of, and what happens with each alone.',
    say: 'Warn that refusing everybody is no solution. Then let people find the set that does exactly that.',
    questions: [
      {
        asks: 'I made Auth insist on a challenge, and the attack was refused. Why is that wrong?',
        answer:
          'Look at the second run: Quill sends no challenge in that world, so Auth refuses it too. A door that opens for nobody is safe, and useless.',
      },
    ],
    wrongTurns: [
      'State is a favourite. It tells Quill that an answer is its own, and the thief does not ask Quill.',
      'Codes that work once are another. Once is enough for whoever is first.',
    ],
  },
  refs: ['rfc7636-4.6', 'rfc8252-8.1'],
} as const satisfies Fix

/** A client takes one server’s answer for another’s. */
export const stopTheMixUp = {
  ...fixCards['stop-the-mix-up'],
  asks: 'Quill believes that it talks to Mallory’s authorization server, and the code comes from Auth. Switch on as few checks as will keep the code out of Mallory’s hands.',
  hints: [
    'What does Quill know about the answer that comes back, and what does it only assume?',
    'Somebody should say who wrote it, and somebody should read that.',
    'Auth has to put its name into the answer, and Quill has to compare it with the server it asked.',
  ],
  because:
    'Auth writes its name into the answer, and Quill compares it with the server to which it sent Sam. A name that nobody reads is as useless as a reader without a name.',
  guide: {
    aim: 'Explain the mix-up attack, and the name in the answer as its remedy.',
    say: 'Draw the way of the code with two colours: what Quill believes, and what happens. Ask where the colours part.',
    questions: [
      {
        asks: 'Would it help to insist on the name wherever it is promised?',
        answer:
          'Not here. Quill looks for the promise in the metadata of Mallory’s server, and he promises nothing.',
      },
    ],
    wrongTurns: [
      'PKCE again. Quill brings code and verifier to Mallory itself.',
      'The audience looks promising. Mallory writes Notes into its place before he sends the browser on, so it says just what he wants.',
    ],
  },
  refs: ['rfc9207-2.4', 'rfc9700-4.4', 'mcp-2026-07-28-security-considerations-mix-up-attacks'],
} as const satisfies Fix
