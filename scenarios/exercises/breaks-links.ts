import type { Break } from '../../engine/scenario.ts'
import { breakCards } from '../exercise-cards/breaks.ts'

const READ = {
  who: 'attacker',
  does: 'call',
  call: 'read_note',
  arguments: { name: 'seed-vault' },
} as const
const ERRAND = [{ call: 'read_note', arguments: { name: 'seed-vault' } }] as const

/** Has the owner sign in for somebody else. */
export const beTheSender = {
  ...breakCards['be-the-sender'],
  asks: 'Auth does not look where its answers go. Have Sam click one link, and read the note `seed-vault` with what comes of it.',
  begins: 0,
  menu: [
    {
      id: 'link-to-quill',
      says: 'Send Sam a link in Quill’s name. The answer goes to Quill, as registered.',
      acts: [
        {
          who: 'attacker',
          does: 'ask-for-code',
          link: { client: 'victim', redirectUri: 'victim', challenge: 'own' },
          browser: 'owner',
          says: 'Please connect Quill again.',
        },
      ],
    },
    {
      id: 'link-to-me',
      says: 'Send Sam a link in Quill’s name. The answer goes to your site, and the challenge is yours.',
      acts: [
        {
          who: 'attacker',
          does: 'ask-for-code',
          link: { client: 'victim', redirectUri: 'own', challenge: 'own' },
          browser: 'owner',
          says: 'Please connect Quill again, here.',
        },
      ],
    },
    {
      id: 'link-without-challenge',
      says: 'Send Sam the same link without any challenge.',
      acts: [
        {
          who: 'attacker',
          does: 'ask-for-code',
          link: { client: 'victim', redirectUri: 'own', challenge: 'none' },
          browser: 'owner',
          says: 'Please connect Quill again, here.',
        },
      ],
    },
    {
      id: 'redeem-own',
      says: 'Redeem the code as Quill, with the verifier of your own challenge.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'own' }],
    },
    {
      id: 'redeem-bare',
      says: 'Redeem the code as Quill, and send no verifier.',
      acts: [{ who: 'attacker', does: 'redeem', client: 'victim', verifier: 'none' }],
    },
    { id: 'call', says: 'Call Notes with the last access token that you learned.', acts: [READ] },
  ],
  paths: [['link-to-me', 'redeem-own', 'call']],
  hints: [
    'Sam trusts Auth, and Auth is genuine. What in a link does Sam not read?',
    'The code goes to the address that the link names. And PKCE belongs to whoever began.',
    'Send the link with your address and your challenge, redeem with your verifier, call Notes.',
  ],
  because:
    'With `as/redirect-uri-exact` forgotten the code goes wherever the link says. PKCE ties it to whoever began the request, and that was the attacker.',
  guide: {
    aim: 'Say what the registered redirect URI keeps out, and why PKCE cannot stand in for it.',
    say: 'You may write any link you like, and Sam clicks it. Everything else at Auth works as it should.',
    questions: [
      {
        asks: 'Sam signs in at the real Auth and agrees. Is that not his own fault?',
        answer:
          'The page names Quill, which he uses every day. Nothing on it says where the code will go. A person cannot compare that, and the server can.',
      },
    ],
    wrongTurns: [
      'Some send the code to Quill. It arrives at an address where the attacker does not listen, so there is nothing to redeem.',
      'Some leave the challenge out, to be rid of PKCE. Auth refuses a request without one, for `as/pkce-required` is still made.',
    ],
  },
  refs: ['oauth21-13-2.3.1', 'rfc9700-4.5.4'],
} as const satisfies Break

/** Rides on a consent that was given to somebody else. */
export const beTheStrangeClient = {
  ...breakCards['be-the-strange-client'],
  asks: 'Sam has used Notes, a proxy, through his own client. Auth remembers that Sam agreed to Notes. Read Sam’s note `seed-vault` with a client of your own.',
  begins: 1,
  menu: [
    {
      id: 'own-browser',
      says: 'Connect your client, and sign in with your own browser.',
      acts: [{ who: 'attacker', does: 'connect', browser: 'own', errands: ERRAND }],
    },
    {
      id: 'link',
      says: 'Connect your client, and send Sam the link that it opens.',
      acts: [
        {
          who: 'attacker',
          does: 'connect',
          browser: 'owner',
          says: 'Sam, is this your photo?',
          errands: ERRAND,
        },
      ],
    },
    {
      id: 'link-halfway',
      says: 'Connect your client, go as far as Auth in your own browser, and send Sam the link from there.',
      acts: [
        {
          who: 'attacker',
          does: 'connect',
          browser: 'owner',
          until: 'upstream',
          says: 'Sam, Archive wants you to sign in once more.',
          errands: ERRAND,
        },
      ],
    },
    { id: 'call', says: 'Call Notes with the last access token that you learned.', acts: [READ] },
    {
      id: 'api',
      says: 'Write at Archive with the last access token that you learned.',
      acts: [
        { who: 'attacker', does: 'write-at-api', note: 'seed-vault', text: 'Written past Notes.' },
      ],
    },
  ],
  paths: [['link']],
  hints: [
    'Auth knows one client only, and that is Notes. Who knows yours?',
    'What Sam agreed to once need not be asked again. It is kept in his browser.',
    'Send Sam the link of your own client: Notes sends him on, and Auth does not ask.',
  ],
  because:
    'To Auth every client of Notes looks like Notes. With the proxy’s own consent forgotten nobody asks Sam about this one, and the code goes where its owner registered.',
  guide: {
    aim: 'Say why a proxy has to ask for consent itself, for each of its clients.',
    say: 'Draw the chain on the board: client, Notes, Auth. Ask which link of it Auth can see.',
    questions: [
      {
        asks: 'Why does Auth not ask Sam again?',
        answer:
          'He has agreed to Notes, and it is Notes that comes. Auth cannot see on whose behalf it comes.',
      },
      {
        asks: 'Why does my own browser not do?',
        answer: 'Then it is the attacker’s account that signs in. The note of Sam is not in it.',
      },
    ],
    wrongTurns: [
      'Some go halfway in their own browser. That trick gets past a consent page; here there is none to get past, and the cookie of `proxy/consent-bound-to-browser` still gives it away.',
    ],
  },
  refs: ['mcp-2025-11-25-authorization-confused-deputy-problem'],
} as const satisfies Break
