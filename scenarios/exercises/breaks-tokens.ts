import type { Break } from '../../engine/scenario.ts'
import { breakCards } from '../exercise-cards/breaks.ts'

const READ = {
  who: 'attacker',
  does: 'call',
  call: 'read_note',
  arguments: { name: 'seed-vault' },
} as const

/** Makes a token without the authorization server. */
export const beTheForger = {
  ...breakCards['be-the-forger'],
  asks: 'Notes verifies every token, and lets the token say how. Read the note `seed-vault` at Notes. You have no token, no code and no password.',
  begins: 0,
  menu: [
    { id: 'bare', says: 'Ask for the note without any token.', acts: [READ] },
    {
      id: 'unsigned',
      says: 'Write a token yourself. Its header says that it needs no signature.',
      acts: [{ ...READ, token: 'none' }],
    },
    {
      id: 'public-key',
      says: 'Write a token yourself. Sign it with the published key of Auth, as if that were a shared secret.',
      acts: [{ ...READ, token: 'public-key-as-secret' }],
    },
    {
      id: 'own-key',
      says: 'Write a token yourself. Sign it with a key of your own.',
      acts: [{ ...READ, token: 'own-key' }],
    },
    {
      id: 'wait',
      says: 'Wait for twenty minutes.',
      acts: [{ who: 'time', does: 'pass', seconds: 1200 }],
    },
  ],
  paths: [['unsigned'], ['public-key']],
  hints: [
    'A token is a text that anybody can write. What makes it hard to write a good one?',
    'Its header names an algorithm, and here Notes does what the header says.',
    'Choose the way that needs no secret: no signature at all, or a key that everybody can fetch.',
  ],
  because:
    'With `rs/algorithm-listed` forgotten the token decides how it is verified, so whoever writes the token decides it. `none` needs no key, and a published key is no secret.',
  guide: {
    aim: 'Say why a server chooses its signature algorithms beforehand.',
    say: 'Notes calls a proper library, and it does verify. Find out what that is worth when the token may choose how.',
    questions: [
      {
        asks: 'Why does a key of my own not work? I signed the token properly.',
        answer:
          'Notes takes keys only from the set that Auth publishes, and yours is not in it. That is `rs/key-from-issuer`, and in this world it is still made.',
      },
      {
        asks: 'How can a public key serve as a secret?',
        answer:
          'Some algorithms sign and verify with one and the same secret. If the token says so, a careless library takes the published key for that secret.',
      },
    ],
    wrongTurns: [
      'People look for a token to steal. Nobody has one in this story: the attacker begins with nothing but public addresses.',
    ],
  },
  refs: ['rfc8725-3.1'],
} as const satisfies Break

/** Uses a token that a log has kept. */
export const beTheLogReader = {
  ...breakCards['be-the-log-reader'],
  asks: 'Quill has read a note for Sam, and wrote its token into the address. You can read a log that keeps addresses. Read the note `seed-vault`.',
  begins: 1,
  menu: [
    { id: 'call', says: 'Call Notes with the last token that you have seen.', acts: [READ] },
    {
      id: 'wait',
      says: 'Wait for twenty minutes, until nobody is looking.',
      acts: [{ who: 'time', does: 'pass', seconds: 1200 }],
    },
    {
      id: 'vault',
      says: 'Have a program on Sam’s machine read what Quill keeps.',
      acts: [{ who: 'attacker', does: 'read-vault' }],
    },
    {
      id: 'refresh',
      says: 'Renew the token with a refresh token that you have seen.',
      acts: [{ who: 'attacker', does: 'refresh', client: 'victim' }],
    },
    {
      id: 'redeem',
      says: 'Redeem a code that you have seen.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'none' }],
    },
  ],
  paths: [['call']],
  hints: [
    'What stands in an address is kept by whoever keeps addresses.',
    'You hold something already. Look at what Quill sent to Notes.',
    'Call Notes with the token at once: it lives for a quarter of an hour.',
  ],
  because:
    'A bearer token is good in any hands. Quill wrote it into the address, the log kept the address, and Notes takes the same token in a header.',
  guide: {
    aim: 'Say why a token travels in a header, and what its short life is worth.',
    say: 'You see nothing but the addresses of the requests to Notes. Try the moves, and note what you lack for each of them.',
    questions: [
      {
        asks: 'Notes could refuse tokens in addresses. Would that help?',
        answer:
          'Not here. The address has been written down by then, and the token in it is good: the attacker puts it into the header. It is Quill that has to keep it out.',
      },
    ],
    wrongTurns: [
      'Some go for the refresh token. It never stands in an address of Notes, so this attacker has not seen it.',
      'Some wait first. After twenty minutes the access token has expired, and there is nothing to renew it with.',
    ],
  },
  refs: ['rfc6750-2.3'],
} as const satisfies Break

/** Redeems a code that was used before. */
export const beTheSecond = {
  ...breakCards['be-the-second'],
  asks: 'Quill has signed in, redeemed its code and read a note. A log on the way kept the whole token request. Read the note `seed-vault` with what stands there.',
  begins: 1,
  menu: [
    {
      id: 'redeem-bare',
      says: 'Redeem the code as Quill, and send no verifier.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'none' }],
    },
    {
      id: 'vault',
      says: 'Have a program on Sam’s machine read what Quill keeps.',
      acts: [{ who: 'attacker', does: 'read-vault' }],
    },
    {
      id: 'redeem-seen',
      says: 'Redeem the code as Quill, with the verifier that stands next to it.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'held' }],
    },
    { id: 'call', says: 'Call Notes with the last access token that you learned.', acts: [READ] },
    {
      id: 'wait',
      says: 'Wait for two minutes, until nobody is looking.',
      acts: [{ who: 'time', does: 'pass', seconds: 120 }],
    },
  ],
  paths: [['redeem-seen', 'call']],
  hints: [
    'What you read was a complete request. Who says that it can be made only once?',
    'Everything that PKCE asks for stands in the same line of the log.',
    'Redeem the code with the verifier you have seen, and then call Notes.',
  ],
  because:
    'A code works once, if the server remembers that it was used. With `as/code-unused` forgotten it gives tokens again, and the verifier was written down next to the code.',
  guide: {
    aim: 'Say what PKCE protects a code from, and what it does not.',
    say: 'PKCE is in order in this world, and so is the vault. Still there is a second set of tokens to be had.',
    questions: [
      {
        asks: 'Why does PKCE not help? It was made against stolen codes.',
        answer:
          'It protects a code on its way to the client. In the token request code and verifier stand together, and whoever reads one reads the other.',
      },
      {
        asks: 'Would a code that dies soon be enough?',
        answer:
          'It limits how long the attacker may take, to a minute here. Wait for two, and see who refuses. A program that watches the log takes less.',
      },
    ],
    wrongTurns: [
      'Some call Notes first. The log that is read here keeps what goes to the token endpoint, and no access token stands in there.',
    ],
  },
  refs: ['oauth21-13-4.1.3'],
} as const satisfies Break
