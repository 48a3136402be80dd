import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const coming = (name: string, because: string, to?: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2025-11-25',
  change: { at: 'callback-request', field: 'query.state', ...(to !== undefined && { to }) },
})

/** Whether an answer belongs to a request. */
export const writeStateComesBack = {
  ...writeCards['write-state-comes-back'],
  check: 'client/state-matches',
  asks: 'Something has come to Quill’s callback. Write the check that says whether it is the answer to a request that Quill made.',
  starter: emptyCheck('received', 'sent'),
  solution: `function check(received, sent) {
  return sent !== null && received === sent
}
`,
  wrong: [
    ...undecided('received', 'sent'),
    {
      name: 'a missing state is nothing to worry about',
      code: `function check(received, sent) {
  return received === null || received === sent
}`,
      because: 'Whoever does not know the state leaves it out.',
    },
    {
      name: 'an empty state is nothing to worry about',
      code: `function check(received, sent) {
  return !received || received === sent
}`,
      because: 'An empty text is no state that anybody sent.',
    },
    {
      name: 'a beginning is enough',
      code: `function check(received, sent) {
  return sent !== null && received !== null && sent.startsWith(received)
}`,
      because: 'A piece of the state is not the state, and a piece is easier to guess.',
    },
    {
      name: 'tidying up first',
      code: `function check(received, sent) {
  return sent !== null && received !== null && received.trim() === sent
}`,
      because: 'A state is compared as it came. What was changed on its way is not what was sent.',
    },
    {
      name: 'anything that is there',
      code: `function check(received, sent) {
  return sent !== null && received !== null
}`,
      because: 'Mallory can write something there as well.',
    },
  ],
  runs: [
    honestly('2025-06-18'),
    honestly('2025-11-25', 'metadata-document'),
    honestly('2026-07-28', 'pre-registered'),
    {
      name: 'Mallory’s link to the callback, with a code for his own account',
      because: 'It is not the answer to the request that Quill made.',
      scenario: 'login-csrf',
    },
    coming('an answer without a state', 'Quill sent one, and it did not come back.'),
    coming(
      'an answer with the first half of the state',
      'Half of it is not what Quill sent.',
      '{half}',
    ),
    coming('an answer with a space behind the state', 'That is not what Quill sent.', '{} '),
    coming('an answer with another state', 'Nobody can guess the one that Quill sent.', 'another'),
  ],
  hints: [
    'Either of the two can be null. What does each of them mean?',
    'While Quill waits for nothing, nothing can be the answer.',
    'Both are there, and they are the same text.',
  ],
  because:
    'An answer belongs to a request if the very state of that request comes back, and there is such a request.',
  guide: {
    aim: 'Recognise an answer by its state, also where there is none.',
    say: 'A callback is an address like any other: everybody can send a browser there.',
    questions: [
      {
        asks: 'Does PKCE not stop this?',
        answer:
          'It can, where the client and Auth both do their part. The state is what the client can check alone, before it goes anywhere with the code [oauth21-13-2.3.3].',
      },
    ],
    wrongTurns: [
      'Skipping the comparison where something is missing. Ask who decides what is missing.',
    ],
  },
  refs: ['oauth21-13-2.3.3', 'mcp-2025-06-18-authorization-open-redirection'],
} as const satisfies WriteExercise
