import type { Bet } from '../../engine/scenario.ts'
import { betCards } from '../exercise-cards/bets.ts'

/** What a token for reading is worth where something is written. */
export const readThenWrite = {
  ...betCards['read-then-write'],
  predicts: 'status',
  after: { at: 'mcp-request', nth: 4 },
  asks: 'Sam has let Quill read, and it has read a note. Now Sam wants it to write, and Quill calls `write_note` with the token that it has. Which status comes back?',
  options: [
    { id: '200', says: '200: the token is good, and so it is done.' },
    { id: '401', says: '401: for this another sign-in is needed.' },
    { id: '403', says: '403: the token is good, but not for this.' },
    { id: '400', says: '400: such a request is malformed.' },
  ],
  hints: [
    'Is the token bad, or is it too small?',
    'The token says what Sam agreed to, and that was reading.',
    'Nothing is wrong with who is asking. The answer is about what they may do.',
  ],
  because:
    'Notes knows whose token this is and that it is in date. Its scope does not cover `write_note`, and that is a 403: more is needed, not somebody else.',
  guide: {
    aim: 'Say what a scope limits, and which status says that it is too small.',
    say: 'Remind the group of the first knock. There it was a 401. Ask what is different now.',
    questions: [
      {
        asks: 'Why did Quill not ask for both at the beginning?',
        answer:
          'It asked for what was needed then. A token that can do less is worth less to a thief.',
      },
    ],
    wrongTurns: [
      'Some say 401, because Sam will be asked again. He will, but not since nobody knows who is calling.',
    ],
  },
  refs: ['rfc6750-3.1', 'mcp-2026-07-28-authorization-runtime-insufficient-scope-errors'],
} as const satisfies Bet

/** Where a client goes for more scope. */
export const backToTheOwner = {
  ...betCards['back-to-the-owner'],
  predicts: 'next',
  after: { at: 'mcp-challenge', nth: 2 },
  asks: 'Notes has answered 403: this token may not write. Quill holds a refresh token as well. What does it do?',
  options: [
    { id: 'open-browser', says: 'It opens the browser, and Sam is asked again.' },
    { id: 'refresh-request', says: 'It asks Auth for a new token, without Sam.' },
    { id: 'registration-request', says: 'It registers again, for writing this time.' },
    { id: 'mcp-request', says: 'It tries the same request again.' },
  ],
  hints: [
    'Who can decide that Quill may do more?',
    'A refresh gives no more than was granted.',
    'Only Sam can agree to writing, and he does that in his browser.',
  ],
  because:
    'A refresh renews what the owner agreed to and cannot widen it. More takes a new consent, and a consent is given in the browser.',
  guide: {
    aim: 'Say what a refresh can and cannot bring.',
    say: 'Ask who may widen a permission. Whatever the group says, follow it to the one person who can.',
    questions: [
      {
        asks: 'What does Quill ask for now, writing alone?',
        answer:
          'For what it had as well. Otherwise it would write, and then have to ask again before it reads.',
      },
      {
        asks: 'Why does Sam not have to type his password again?',
        answer: 'His browser still has a session at Auth. He is asked for his consent only.',
      },
    ],
    wrongTurns: [
      'Many choose the refresh, for it worked when the token was old. Here it is not old, it is too small.',
    ],
  },
  refs: ['mcp-2026-07-28-authorization-step-up-authorization-flow', 'oauth21-13-4.3.1'],
} as const satisfies Bet

/** What a server does with a client id that is an address. */
export const nameAsAddress = {
  ...betCards['name-as-address'],
  predicts: 'next',
  after: { at: 'authorization-request' },
  asks: 'Quill has not registered anywhere. Its `client_id` is an https address, and Auth meets it for the first time. What happens next?',
  options: [
    { id: 'client-document-request', says: 'Auth fetches what stands at that address.' },
    { id: 'registration-request', says: 'Auth sends Quill away to register first.' },
    { id: 'sign-in-page', says: 'Auth shows Sam its sign-in page at once.' },
    { id: 'authorization-response', says: 'Auth sends the browser back with an error.' },
  ],
  hints: [
    'What does Auth need to know before it can ask Sam?',
    'The name can be looked up, for it is an address.',
    'Auth reads the document that Quill’s makers have published there.',
  ],
  because:
    'The address is the name and the registration in one: what Auth would have been told is published there. It reads the document before it shows Sam anything.',
  guide: {
    aim: 'Say what a client metadata document replaces, and what the server has to look at in it.',
    say: 'Compare with the first lesson, where Quill registered. Ask which of the two messages is missing, and who does the work instead.',
    questions: [
      {
        asks: 'Could a stranger not name any address?',
        answer:
          'He could. So a server fetches only from public https addresses, and the document has to name the very address that it was fetched from.',
      },
    ],
    wrongTurns: [
      'Some show the sign-in page at once. By then Auth would not know where the answer may go.',
    ],
  },
  refs: ['cimd-00-4.1', 'mcp-2025-11-25-authorization-client-id-metadata-documents'],
} as const satisfies Bet

/** What a token is worth whose refresh token was given back. */
export const givenBack = {
  ...betCards['given-back'],
  predicts: 'status',
  after: { at: 'mcp-request', nth: 10 },
  asks: 'Quill has given its refresh token back, and Auth has withdrawn it. A moment later it shows Notes the access token that it still has. Which status comes back?',
  options: [
    { id: '200', says: '200: Notes lets it in.' },
    { id: '401', says: '401: the token is worth nothing any more.' },
    { id: '403', says: '403: the token allows less than before.' },
  ],
  hints: [
    'Whom would Notes have to ask?',
    'Notes reads the token by itself, and its expiry stands in it.',
    'Nothing in the access token has changed, and it is in date.',
  ],
  because:
    'Notes verifies a signature and reads an expiry, and asks nobody. An access token of this kind works until it expires; that is why it lives so short.',
  guide: {
    aim: 'Say what revocation reaches, and what only time ends.',
    say: 'Ask what people expect from a button that says sign out. Then show what it can do.',
    questions: [
      {
        asks: 'Could the access token not be withdrawn as well?',
        answer:
          'Not where servers read it without asking. Auth says so honestly when it is asked to, with `as/revocation-possible`.',
      },
    ],
    wrongTurns: ['Most choose 401. They think of sessions, which one server keeps and can forget.'],
  },
  refs: ['rfc7009-2', 'rfc7009-2.1'],
} as const satisfies Bet
