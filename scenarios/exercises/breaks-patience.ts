import type { Break } from '../../engine/scenario.ts'
import { breakCards } from '../exercise-cards/breaks.ts'

const READ = {
  who: 'attacker',
  does: 'call',
  call: 'read_note',
  arguments: { name: 'seed-vault' },
} as const

/** Lives on a refresh token that was copied once. */
export const beThePatientThief = {
  ...breakCards['be-the-patient-thief'],
  asks: 'Quill keeps its tokens in a plain file and has just read a note. Half an hour will pass before you can do anything. Read the note `seed-vault` then.',
  begins: 1,
  menu: [
    {
      id: 'file',
      says: 'Have a program on Sam’s machine read the file.',
      acts: [{ who: 'attacker', does: 'read-vault' }],
    },
    {
      id: 'half-an-hour',
      says: 'Half an hour passes, and then you call Notes with the last access token that you learned.',
      acts: [{ who: 'time', does: 'pass', seconds: 1800 }, READ],
    },
    {
      id: 'half-an-hour-renew',
      says: 'Half an hour passes, you renew with the last refresh token that you learned, and then call Notes.',
      acts: [
        { who: 'time', does: 'pass', seconds: 1800 },
        { who: 'attacker', does: 'refresh', client: 'victim' },
        READ,
      ],
    },
    {
      id: 'quill-first',
      says: 'Quill comes back after a while, and renews its own token.',
      acts: [
        {
          who: 'client',
          does: 'go-on',
          errands: [{ wait: 1000 }, { call: 'read_note', arguments: { name: 'groceries' } }],
        },
      ],
    },
    {
      id: 'redeem',
      says: 'Redeem the code that Quill signed in with.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'none' }],
    },
  ],
  paths: [
    ['file', 'half-an-hour-renew'],
    ['file', 'quill-first', 'half-an-hour-renew'],
  ],
  hints: [
    'Two things stand in that file, and they do not live equally long.',
    'An access token is good for a quarter of an hour. The other one is good for as long as it is used.',
    'Read the file, let the time pass, renew, and call Notes. Quill may come back in between: nobody notices.',
  ],
  because:
    'A refresh token outlives every access token that it brings. With `as/refresh-rotated` and `as/refresh-reuse-revokes-family` forgotten, one copy serves two holders for as long as they like.',
  guide: {
    aim: 'Say what a copied refresh token is worth, and what rotation changes about that.',
    say: 'You get to read one file, once. The difficulty is time: what you read grows old.',
    questions: [
      {
        asks: 'Would a shorter life of access tokens have helped?',
        answer:
          'It makes a stolen access token worth less. It does nothing about the refresh token, which brings new ones.',
      },
      {
        asks: 'And if Quill had come first, with rotation?',
        answer:
          'Then the copy would be dead, and using it would be noticed: Auth withdraws the whole family. The exercise about two holders shows it.',
      },
    ],
    wrongTurns: [
      'Some call with the access token after half an hour. It has expired, and Notes says so.',
      'Some forget the file. Without it the attacker holds nothing at all.',
    ],
  },
  refs: ['oauth21-13-4.3.1'],
} as const satisfies Break
