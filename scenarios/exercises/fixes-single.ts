import type { Fix } from '../../engine/scenario.ts'
import { fixCards } from '../exercise-cards/fixes.ts'

/** The code goes to an address that nobody registered. */
export const stopTheRedirect = {
  ...fixCards['stop-the-redirect'],
  asks: 'Mallory’s link has Auth send Sam’s code to Mallory. Every check that seems to matter here is forgotten. Switch on as few of them as will stop him.',
  hints: [
    'Where does it go wrong for the first time: when Sam signs in, when the code is sent, or when it is redeemed?',
    'Sam is at the genuine Auth and agrees to the genuine Quill. Only one value in the link is wrong.',
    'Auth knows the addresses that Quill registered. Have it compare.',
  ],
  because:
    'The address is compared before Sam sees a page, so there is no code that could go astray. Everything else looks at the code when it is too late, or at something that is Mallory’s anyway.',
  guide: {
    aim: 'Find the one comparison that an attack depends on, and leave the rest alone.',
    say: 'Let people switch on everything first, and watch it being refused. Then ask which of it they could do without.',
    questions: [
      {
        asks: 'Why not leave all of it on? More is safer.',
        answer:
          'In a real server you would. Here the question is what stops this attack, and who believes that PKCE does will leave the right check out one day.',
      },
    ],
    wrongTurns: [
      'PKCE is the first guess. Mallory began the request, so the challenge and the verifier are his.',
      'Comparing the redirect URI at the token endpoint is the second. Mallory wrote both of the values that would be compared.',
    ],
  },
  refs: ['oauth21-13-2.3.1', 'rfc9700-4.5.4'],
} as const satisfies Fix

/** A stranger’s server sends the client into the owner’s network. */
export const stopTheErrand = {
  ...fixCards['stop-the-errand'],
  asks: 'Mallory’s server says that its metadata lies at an address which only machines inside Sam’s company can reach. Quill goes there. Switch on as few checks as will keep Quill from it.',
  hints: [
    'What harm is done, and by which message?',
    'Whatever looks at the answer comes too late: the request has been made.',
    'Quill has to look where an address leads before it connects.',
  ],
  because:
    'The request itself is the harm, so only what happens before it can help. Quill looks where the name leads, finds its own network, and stays at home.',
  guide: {
    aim: 'Tell checks that act before a request from checks that read its answer.',
    say: 'Ask what the console in the company does with the request. It does not matter what it answers.',
    questions: [
      {
        asks: 'Is https not enough to keep strangers out?',
        answer:
          'Https says how a connection is made, not where it ends. The console speaks https as well.',
      },
    ],
    wrongTurns: [
      'Some remember that the metadata is compared. It is, and Quill throws it away; the console has been asked all the same.',
    ],
  },
  refs: ['rfc9728-7.7', 'mcp-2025-11-25-security-server-side-request-forgery-ssrf'],
} as const satisfies Fix

/** A server is never content with what the owner agreed to. */
export const stopTheAsking = {
  ...fixCards['stop-the-asking'],
  asks: 'Mallory’s server answers every request with: that is not enough. Quill asks Sam again and again. Switch on as few checks as will spare him.',
  hints: [
    'Everybody does what they should, one time after the other. What is missing is a reason to stop.',
    'Auth cannot know that it is the same wish each time. Who can?',
    'Quill has to count.',
  ],
  because:
    'Each single question is in order. Only Quill knows that all of them are for one and the same request, so only Quill can stop asking.',
  guide: {
    aim: 'Say why a client has to limit how often it asks its owner.',
    say: 'Ask who has ever clicked a dialog away without reading. Then ask what the fourth dialog is worth.',
    questions: [
      {
        asks: 'What does Mallory gain by it?',
        answer:
          'An owner who agrees to anything. Who has agreed three times reads the fourth page less well.',
      },
    ],
    wrongTurns: ['Some trust in the consent page. Being asked is what the attack consists of.'],
  },
  refs: ['mcp-2025-11-25-authorization-step-up-authorization-flow'],
} as const satisfies Fix

/** A proxy lends its own consent to everybody. */
export const stopTheDeputy = {
  ...fixCards['stop-the-deputy'],
  asks: 'Auth has Sam’s consent for Notes, and Notes lends it to any client that comes. Switch on as few checks as will stop Mallory’s client. There is more than one way.',
  hints: [
    'Auth cannot help: it sees Notes and nobody else.',
    'Mallory’s client proves everything that can be proved about a client. Who never gets asked?',
    'Have Notes ask Sam itself, about each client or at each request. One of them will do.',
  ],
  because:
    'Only Notes knows which client it is acting for, so it has to ask. Whether it remembers its answers or asks anew each time, it asks about Mallory’s client, and Sam says no.',
  guide: {
    aim: 'Say where consent has to be asked for when a server acts on behalf of others.',
    say: 'Take two solutions from the room, and let their owners say what differs for Sam in daily use.',
    questions: [
      {
        asks: 'Which of the two is better?',
        answer:
          'Asking for each client is a duty, asking every time is recommended. The second is more work for Sam, and does not trust a client id that anybody may write.',
      },
    ],
    wrongTurns: [
      'Some remember both and are told that one can go. That is what the exercise is about: each alone stops this attack.',
      'Some remember PKCE and state. All of that is Mallory’s own, and in perfect order.',
    ],
  },
  refs: ['mcp-2025-11-25-authorization-confused-deputy-problem'],
} as const satisfies Fix
