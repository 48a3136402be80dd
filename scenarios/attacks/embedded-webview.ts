import type { Attack } from '../../engine/scenario.ts'
import { keepingCards } from '../attack-cards/keeping.ts'
import { pkceChecks } from '../pkce-checks.ts'

/** A sign-in page in a view of the client’s own, and whoever else is in there. */
export const embeddedWebview = {
  ...keepingCards['embedded-webview'],
  expects: 'won',
  forget: ['client/system-browser'],
  ears: [
    { on: 'submit-page', hears: 'message', unless: 'client/system-browser' },
    { on: 'sign-in-response', hears: 'message', unless: 'client/system-browser' },
  ],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
  ],
  goal: { is: 'learns', what: 'password' },
  stops: [
    {
      checks: ['client/system-browser'],
      because:
        'Quill hands the address to the system’s browser and sees no more of the page. A native app must not use a view of its own for this [rfc8252-8.12]. What else runs in Quill is as far from the password as Quill is.',
    },
  ],
  decoys: [
    {
      checks: pkceChecks,
      name: 'PKCE',
      because:
        'It protects the code, which comes later. The password is typed before there is a code, and it is worth more: it opens all that Sam has at Auth.',
    },
    {
      checks: ['client/state-random', 'client/state-matches'],
      name: '`state`',
      because:
        'It says to which request an answer belongs. What Sam types on the way there it does not concern.',
    },
    {
      checks: ['client/stores-in-vault'],
      name: 'a safe place for the tokens',
      because:
        'The tokens are safe. Who has the password can sign in and get others, for any client and any scope.',
    },
    {
      checks: ['as/session-bound', 'as/form-csrf-token'],
      name: 'forms that only their own page can send',
      because:
        'Auth makes sure that the form comes from its page. It does. Who is inside the program that shows the page can read it all the same.',
    },
  ],
  endings: {
    careless:
      'Quill showed the sign-in page in a view of its own, and Mallory’s code in Quill read Sam’s password as it was typed.',
    careful:
      'Quill opened the system’s browser, so the password went from there to Auth, and nothing inside Quill ever saw it.',
  },
  hints: [
    'Auth does nothing wrong here, and the page is the real one.',
    'Follow the password, key by key: through which programs does it pass?',
    'OAuth is there so that a client need not know the password. Look at who draws the window.',
  ],
  listed: [],
  opening:
    'Quill’s developers find it ugly that a browser pops up when somebody connects. They show the sign-in page in a view inside Quill. They have nothing bad in mind. But Quill, like every program, is made of hundreds of packages. One of them counts clicks, and since its last release it has been Mallory’s. Mallory has no program of his own on Sam’s machine, and hears nothing on the network.',
  beats: [
    {
      at: 'open-browser',
      text: 'The address is as it should be: the real Auth, a challenge, a state. What is different is who opens it. A native app must not use an embedded view for this, says RFC 8252 [rfc8252-8.12]; it must use an external browser, says OAuth 2.1 [oauth21-13-8.2]. MCP adds no sentence of its own.',
    },
    {
      at: 'sign-in-page',
      without: ['client/system-browser'],
      text: 'The page comes from Auth, over an encrypted connection. That protects it from everybody on the way. The one end of this connection is Auth. The other is Quill.',
    },
    {
      at: 'show-page',
      without: ['client/system-browser'],
      text: 'Sam sees fields for `username` and `password`, in a window that belongs to Quill. A browser would show the address and the lock. Here Quill draws the frame, and could draw any address; Sam cannot tell, and gets used to it [rfc8252-8.12].',
    },
    {
      at: 'submit-page',
      text: 'Sam types. Each key goes through Quill, and the package with the clicks looks on: `username`, `password`. With a browser of its own this would happen in another program, where Quill has no business. There is no check that could fail here, for nobody is asked anything.',
    },
    {
      at: 'sign-in-response',
      text: 'The view has no secrets from the program that it is part of. The session cookie in `Set-Cookie` lies open as well; whoever copies it is signed in as Sam without the password.',
    },
    {
      at: 'consent-page',
      without: ['client/system-browser'],
      text: 'Auth asks whether Quill may read. In a view of Quill’s own this is a question that Quill could answer itself, by pressing the button for Sam [rfc8252-8.12]. An honest client does not. But a consent page is there so that nobody has to rely on that.',
    },
    {
      at: 'token-request',
      without: ['client/system-browser'],
      text: 'From here on all is as always: `code`, `code_verifier`, tokens. They guard a key to some notes. Mallory has the key to the house.',
    },
  ],
  phases: {
    discovery: 'Quill finds Auth.',
    registration: 'Quill gets the name under which Auth knows it.',
    authorization: 'Sam signs in, in a window of Quill’s.',
    tokenExchange: 'Code and verifier, as always.',
    toolCall: 'Quill reads a note, and Sam is content.',
  },
  question: {
    asks: 'The page is the real one, the connection is encrypted, Quill does PKCE. From whom is Sam’s password not safe, when Quill shows the page in a view of its own?',
    choices: [
      {
        says: 'From everything that runs inside Quill.',
        right: true,
        because:
          'Who shows a page can read what is typed into it. Quill has to be trusted with the password then, and with it every package, plugin and update it is made of.',
      },
      {
        says: 'From somebody on the network who reads along.',
        because:
          'The connection is encrypted, from Quill to Auth. It is at Quill’s end that the text is plain, and that would be so on the best of networks.',
      },
      {
        says: 'From nobody: the field for the password shows dots only.',
        because:
          'The dots are for people who stand behind Sam. To the program that shows the field, the password is a text like any other.',
      },
      {
        says: 'From a web site that imitates Auth.',
        because:
          'That is a danger too, and a view without an address makes it worse. But here there is none: the page really came from Auth.',
      },
    ],
  },
  refs: ['rfc8252-8.12', 'rfc8252-6', 'oauth21-13-8.5.1', 'oauth21-13-8.3', 'oauth21-13-8.2'],
} as const satisfies Attack
