import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** Which check keeps out a token that was meant for another server. */
export const anotherDoor = {
  ...betCards['another-door'],
  predicts: 'decides',
  after: { at: 'mcp-response', nth: 4 },
  forget: [],
  asks: 'Sam has used Quill at Mallory’s server, so Mallory has seen a genuine token of Auth. He shows it to Notes, and everybody makes every check. Which one turns him away?',
  options: [
    { id: 'rs/signature-valid', says: 'The signature is verified.' },
    { id: 'rs/issuer-matches', says: 'The issuer is compared.' },
    { id: 'rs/audience-is-me', says: 'The server looks whether the token is for itself.' },
    { id: 'rs/not-expired', says: 'The expiry is looked at.' },
  ],
  hints: [
    'What is wrong with this token, if anything?',
    'Auth made it, nobody changed it, and it is fresh.',
    'It names the server that Sam was talking to.',
  ],
  because:
    'The token is genuine in every respect. It was made for Mallory’s server, and Notes finds another name than its own in it.',
  guide: {
    aim: 'Say what the audience of a token protects against.',
    say: 'Let the group list what a server looks at in a token. Then cross out what this token passes.',
    questions: [
      {
        asks: 'Why does Mallory have a token of Auth at all?',
        answer:
          'Sam connected Quill to his server, and Auth serves several. Every server sees the tokens that are shown to it.',
      },
    ],
    wrongTurns: [
      'People trust the signature. It says who wrote a token, and not whose hands it was meant for.',
    ],
  },
  refs: ['rfc9068-4', 'mcp-2025-11-25-authorization-access-token-privilege-restriction'],
} as const satisfies Bet

/** What notices that a request was begun in one browser and finished in another. */
export const twoBrowsers = {
  ...betCards['two-browsers'],
  predicts: 'decides',
  after: { at: 'open-link' },
  forget: [],
  asks: 'Mallory has agreed to his own client at Notes, in his own browser, and stopped halfway. Sam has clicked a link that goes on from there. Everybody makes every check. Which one ends it?',
  options: [
    { id: 'proxy/consent-per-client', says: 'Notes asks for consent for each client.' },
    { id: 'proxy/no-silent-consent', says: 'Notes asks at every request.' },
    {
      id: 'proxy/consent-bound-to-browser',
      says: 'Notes compares the browser that comes back with the one that agreed.',
    },
    { id: 'as/redirect-uri-exact', says: 'The redirect URI is compared.' },
    { id: 'as/verifier-matches', says: 'The verifier of PKCE is compared.' },
  ],
  hints: [
    'Somebody did agree. Who?',
    'Asking more often does not help when Mallory answers.',
    'A cookie tells which browser it was that agreed.',
  ],
  because:
    'The consent was given, but not by the one who signs in. A signed cookie, set when somebody agrees, ties the two together; Sam’s browser does not have it.',
  guide: {
    aim: 'Say why a consent has to be bound to the browser in which it was given.',
    say: 'Play it with two people at the board: one agrees, the other one finishes. Ask how the server could tell.',
    questions: [
      {
        asks: 'Would it help to show the consent page again?',
        answer:
          'It was shown, and answered by Mallory. The page cannot know that another browser will come back.',
      },
    ],
    wrongTurns: [
      'Some name PKCE. Challenge and verifier are both Mallory’s, for he began the request.',
    ],
  },
  refs: ['mcp-2025-11-25-security-required-protections'],
} as const satisfies Bet

/** Who refuses a token that the proxy made for itself. */
export const pastTheProxy = {
  ...betCards['past-the-proxy'],
  predicts: 'decides',
  after: { at: 'mcp-response', nth: 4 },
  forget: [],
  asks: 'Notes reads from Archive, an API behind it. A client of Notes takes its token and goes to Archive directly. Everybody makes every check. Which one decides?',
  options: [
    { id: 'ds/token-valid', says: 'Archive looks whether its own authorization server signed it.' },
    { id: 'rs/audience-is-me', says: 'Notes looks whether the token is for itself.' },
    { id: 'rs/signature-valid', says: 'Notes verifies the signature.' },
    { id: 'ds/audience-is-me', says: 'Archive looks whether the token is for itself.' },
  ],
  hints: [
    'Whom does the client go to, and who gets to look?',
    'Notes has made a token of its own for its client.',
    'Archive does not know who signed this.',
  ],
  because:
    'Notes gives its clients tokens of its own and keeps the one for Archive to itself. At Archive the client’s token comes from somebody whom Archive does not know.',
  guide: {
    aim: 'Say why a server must not pass on the tokens that it gets, in either direction.',
    say: 'Draw client, Notes and Archive. Ask which token belongs on which line.',
    questions: [
      {
        asks: 'What would be so bad about going to Archive directly?',
        answer:
          'Notes has scopes, limits and a log of its own. Whoever goes past it goes past all of them.',
      },
    ],
    wrongTurns: [
      'Some name a check of Notes. The request goes past Notes, so Notes cannot look at it.',
      'Some name the audience at Archive. Before Archive looks whom a token is for, it looks who made it.',
    ],
  },
  refs: ['mcp-2025-06-18-security-token-passthrough'],
} as const satisfies Bet
