import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const bringing = (name: string, to: string, because: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2025-11-25',
  // A token that was changed on its way has a wrong signature. That row must not decide before this one.
  forget: ['rs/signature-valid'],
  change: { at: 'mcp-request', nth: 4, field: 'header.Authorization.claim.scope', to },
})

/** What a token allows. */
export const writeScopeOfEachMethod = {
  ...writeCards['write-scope-of-each-method'],
  check: 'rs/scope-per-method',
  asks: 'A request with a good token asks Notes for something. Write the check that says whether the scopes of the token cover it.',
  starter: emptyCheck('needed', 'granted'),
  solution: `function check(needed, granted) {
  return needed.every((scope) => granted.includes(scope))
}
`,
  wrong: [
    ...undecided('needed', 'granted'),
    {
      name: 'asked once, at the door',
      code: `function check(needed, granted) {
  return granted.includes('notes:read')
}`,
      because: 'Whoever may read may not yet write.',
    },
    {
      name: 'any scope will do',
      code: `function check(needed, granted) {
  return granted.length > 0
}`,
      because: 'A scope for something else is no scope for this.',
    },
    {
      name: 'all in one text',
      code: `function check(needed, granted) {
  return granted.join(' ').includes(needed.join(' '))
}`,
      because: 'In a text, one scope can be a piece of another.',
    },
    {
      name: 'the family is enough',
      code: `function check(needed, granted) {
  const family = (scope) => scope.split(':')[0]
  return needed.every((one) => granted.some((other) => family(other) === family(one)))
}`,
      because: 'What stands before the colon says what about, and not what for.',
    },
    {
      name: 'nothing but what is needed',
      code: `function check(needed, granted) {
  return granted.every((scope) => needed.includes(scope))
}`,
      because: 'It is the wrong way round: a token may allow more than this request needs.',
    },
  ],
  runs: [
    honestly('2025-06-18'),
    honestly('2025-11-25'),
    honestly('2026-07-28', 'metadata-document'),
    {
      name: 'the attack: a token that may read is used to write',
      because: 'The owner agreed to reading, and to nothing else.',
      scenario: 'scope-at-the-door-only',
    },
    {
      name: 'a lesson in which the owner agrees to more on the way',
      because:
        'What is too little is refused, so that the client can ask for more; then it passes.',
      scenario: 'scopes-and-step-up',
    },
    bringing(
      'a token with a scope that only begins like the one needed',
      'notes:readers',
      'A scope is a whole word. This one is another.',
    ),
    bringing(
      'a token with a scope of another kind',
      'calendar:read',
      'Notes has nothing to do with it.',
    ),
    bringing('a token with scopes to spare', 'calendar:read {}', 'What is needed is there.'),
  ],
  hints: [
    'Two lists. Which of them has to be inside the other?',
    'Look at every scope that is needed, not at every one that was granted.',
    '`needed.every(…)`: each of them is one of `granted`.',
  ],
  because:
    'Each scope that this very method needs has to be among those of the token, as a whole word. Asking once at the door says nothing of what is done inside.',
  guide: {
    aim: 'Check the scope where something is done, and know which list has to be part of which.',
    say: 'Signature, audience and expiry were all checked. Ask what the token still does not say.',
    questions: [
      {
        asks: 'Why does the server answer 403 here, and not 401?',
        answer:
          'The token is good. It only does not allow this; the answer names the scope that would [oauth21-13-5.3.2].',
      },
    ],
    wrongTurns: [
      'Taking the two lists the wrong way round. The honest run with offline access shows it.',
      'Looking for a piece of text. Open the run with the scope that begins alike.',
    ],
  },
  refs: ['oauth21-13-5.2', 'oauth21-13-5.3.2'],
} as const satisfies WriteExercise
