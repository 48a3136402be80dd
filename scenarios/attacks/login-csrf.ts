import type { Attack } from '../../engine/scenario.ts'
import { codeCards } from '../attack-cards/codes.ts'
import { DIARY, plantedCode } from '../planted-code.ts'

/** A client that takes the answer to somebody else’s request. */
export const loginCsrf = {
  ...codeCards['login-csrf'],
  expects: 'won',
  forget: [
    'client/state-random',
    'client/state-matches',
    'client/pkce-s256',
    'as/verifier-matches',
    'as/pkce-required',
  ],
  acts: plantedCode('copy', 'Quill is waiting for you. This finishes the sign-in.'),
  goal: { is: 'reads', text: DIARY },
  stops: [
    {
      checks: ['client/state-random', 'client/state-matches'],
      because:
        'Quill sends a state that nobody can guess and throws away every answer without it. Mallory has a code, but not Sam’s state. Sending without comparing, or comparing with nothing, is no help.',
    },
    {
      checks: ['client/pkce-s256', 'as/verifier-matches'],
      because:
        'Quill’s verifier belongs to Sam’s request, and the code to Mallory’s. Auth computes the hash, finds another challenge, and refuses [rfc9700-4.7.1]. That takes a client that sends both, and a server that compares.',
    },
    {
      checks: ['as/pkce-required'],
      because:
        'Auth gives no code to a client without PKCE [oauth21-13-4.1.2.1]: neither to Mallory’s copy of Quill nor to Sam’s. Once Quill does PKCE to be let in at all, its verifier does the rest.',
    },
  ],
  decoys: [
    {
      checks: ['as/redirect-uri-exact'],
      name: 'an exact redirect URI',
      because:
        'The address is the registered one. Auth sent the code where it should go; Mallory only saw to it that another browser brings it there [rfc6819-4.4.1.8].',
    },
    {
      checks: ['as/code-same-client', 'as/code-unused'],
      name: 'binding the code to one client and one use',
      because:
        'It was issued to Quill, Quill redeems it, and nobody has done so before. In whose browser it came about, the code does not say.',
    },
    {
      checks: ['as/form-csrf-token'],
      name: 'the CSRF token in the forms of the sign-in pages',
      because:
        'It guards the forms of Auth, as SameSite guards its cookies. Sam fills in none of them: the forged request goes to Quill’s callback, and that one is guarded by Quill.',
    },
    {
      checks: ['as/iss-sent', 'client/iss-matches'],
      name: 'the issuer’s name in the answer',
      because: 'Auth did issue the code. Two accounts at one server have the same issuer.',
    },
  ],
  endings: {
    careless:
      'Quill took an answer that it had not asked for, and what Sam dictated went into Mallory’s account, where he read it.',
    careful:
      'Quill missed its state in the answer and threw it away; had it not, Auth would have refused its verifier.',
  },
  hints: [
    'Nothing of Sam’s is stolen here. Look at what is given to Sam.',
    'Quill gets an answer. Ask how it knows to which question.',
    'A web form has a token against this, which comes back with the answer. An authorization request can have one too.',
  ],
  listed: [],
  opening:
    'Cross-site request forgery you know from web forms: somebody else’s page has your browser send a request, and the site takes it for yours. A client with a callback has such a place as well. Quill here is an old one, without PKCE and without a state, and Auth serves such clients. Mallory uses Quill too, on his own machine, with his own account at Auth.',
  beats: [
    {
      at: 'authorization-request',
      text: 'Mallory connects his own copy of Quill, and this is its request, honest in every part. `client_id` and `redirect_uri` are Quill’s, for Quill it is. He signs in as himself.',
    },
    {
      at: 'authorization-response',
      text: 'Auth gives him a `code`, for Quill and for the account of Mallory. His browser would now take it to his Quill. He stops it there, and the code stays unused: for a minute it is good for anybody who brings it as Quill.',
    },
    {
      at: 'open-browser',
      text: 'Sam connects Quill, and Quill begins to wait at its `redirect_uri`. A client must take care that the answer it gets is to a request of its own [oauth21-13-2.3.3]. This address holds nothing by which it could tell: no state, and no challenge.',
    },
    {
      at: 'send-link',
      text: 'The link leads to Sam’s own machine, to the port at which Quill waits, and brings Mallory’s `code`. He would have to find out the port, by trying; here he knows it. No page of his is needed, and nothing that looks strange.',
    },
    {
      at: 'callback-request',
      text: 'An answer has come, with a `code` in it, and Quill was waiting for one. The `state` Mallory has made up, in case somebody asks. Quill sent none, so it has nothing to compare with.',
    },
    {
      at: 'token-request',
      text: 'Quill brings the `code` to Auth. It is known, fresh, unused and was issued to this client. With PKCE there would be a verifier of Sam’s request here, and it would not fit Mallory’s code [rfc9700-4.7.1]. There is none.',
    },
    {
      at: 'token-response',
      text: 'Quill is connected. Open `access_token`: `sub` is `mallory`. To a client a token is opaque [oauth21-13-1.4], so Quill does not look. It tells Sam that everything has worked, and everything has.',
    },
    {
      at: 'mcp-request',
      nth: 5,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'Sam dictates. Quill calls `write_note` with a page of the `diary`, and Notes puts it where the token says, into the account of `mallory`. From now on all that Sam entrusts to Quill ends up there.',
    },
    {
      at: 'mcp-request',
      nth: 3,
      in: ['2026-07-28'],
      text: 'Sam dictates. Quill calls `write_note` with a page of the `diary`, and Notes puts it where the token says, into the account of `mallory`. From now on all that Sam entrusts to Quill ends up there.',
    },
  ],
  phases: {
    attack: 'Mallory gets a code for himself, and later hands it to Sam.',
    discovery: 'Quill finds Auth. Later Mallory’s client does the same.',
    registration: 'Quill looks up the name under which Auth knows it.',
    authorization: 'Quill waits for an answer, and takes the first.',
    tokenExchange: 'A good code, for another account.',
    toolCall: 'Quill works for Sam, in the account that it was given.',
  },
  betBefore: { at: 'token-request' },
  question: {
    asks: 'Mallory’s code is genuine, and it comes to the right address of the right client. What would have shown Quill, or Auth, that it does not belong here?',
    choices: [
      {
        says: 'A value that Quill made up for Sam’s request: a state in the answer, or a verifier that has to fit the code.',
        right: true,
        because:
          'Both tie the answer to the one request that Quill has made. Quill compares the state itself; the verifier Auth compares. Mallory’s code was born of another request and fits neither.',
      },
      {
        says: 'The redirect URI: Auth has to compare it with the registered one.',
        because:
          'It has, and it was the same. Mallory wants the code to go to Quill. He does not mind on whose machine Quill runs.',
      },
      {
        says: 'A CSRF token and SameSite cookies at Auth.',
        because:
          'They guard the forms of Auth, and Sam has not seen one of them. The request that is forged goes to the client, which has to guard its own door.',
      },
      {
        says: 'The account in the token: Quill could see that it is not Sam’s.',
        because:
          'Quill does not know what Sam is called at Auth, and a token is opaque to it. Finding that out is a job for another protocol.',
      },
    ],
  },
  refs: [
    'oauth21-13-2.3.3',
    'oauth21-13-7.9',
    'mcp-2025-06-18-authorization-open-redirection',
    'mcp-2025-11-25-authorization-open-redirection',
    'mcp-2026-07-28-security-considerations-open-redirection',
    'rfc9700-4.7',
    'rfc9700-4.7.1',
    'rfc6819-4.4.1.8',
    'rfc6749-10.12',
    'rfc8252-8.9',
    'oauth21-13-4.1.2.1',
    'oauth21-13-1.4',
  ],
} as const satisfies Attack
