import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const GIVEN = ['received', 'line', 'withdrawn', 'client', 'issuedTo'] as const
const HEAD = `function check(${GIVEN.join(', ')}) {`

const bringing = (name: string, to: string): WrittenRun => ({
  name,
  because: 'Auth never issued it [oauth21-13-4.3.1].',
  scenario: 'refresh-and-rotation',
  revision: '2025-11-25',
  // A token that nobody issued was issued to no client. That row must not decide before this one.
  forget: ['as/refresh-same-client'],
  change: { at: 'refresh-request', field: 'form.refresh_token', to },
})

/** Whether a refresh token may be exchanged, and what is left when one comes twice. */
export const writeATokenComesTwice = {
  ...writeCards['write-a-token-comes-twice'],
  check: 'as/refresh-reuse-revokes-family',
  asks: 'Somebody wants new tokens of Auth for a refresh token. Each exchange gives out a new one. Write the check that says whether this one may be exchanged.',
  starter: emptyCheck(...GIVEN),
  solution: `${HEAD}
  return !withdrawn && line.at(-1) === received
}
`,
  wrong: [
    ...undecided(...GIVEN),
    {
      name: 'only the used one is refused',
      code: `${HEAD}
  return line.at(-1) === received
}`,
      because:
        'The used one is refused, and whoever holds the newest goes on. Perhaps that is the thief.',
    },
    {
      name: 'only the client is compared',
      code: `${HEAD}
  return client === issuedTo
}`,
      because: 'A public client says its name and proves nothing. A thief says the same name.',
    },
    {
      name: 'a window for the one before, which never closes',
      code: `${HEAD}
  return !withdrawn && line.slice(-2).includes(received)
}`,
      because: 'Then two tokens live at once, and each of the two holders has one.',
    },
    {
      name: 'every token of the line',
      code: `${HEAD}
  return !withdrawn && line.includes(received)
}`,
      because: 'A token that was exchanged is of the line as well.',
    },
    {
      name: 'the first token of the line',
      code: `${HEAD}
  return !withdrawn && line[0] === received
}`,
      because: 'After one exchange the honest client has another, and is locked out.',
    },
    {
      name: 'until it is withdrawn',
      code: `${HEAD}
  return !withdrawn
}`,
      because: 'Auth withdraws a line only when this check has refused one of it.',
    },
  ],
  runs: [
    honestly('2025-06-18', 'pre-registered'),
    honestly('2026-07-28', 'metadata-document'),
    {
      name: 'an honest client that refreshes twice, each time with its newest token',
      because:
        'It uses each token once, and only the newest. A check that refuses here locks it out.',
      scenario: 'refresh-and-rotation',
      revision: '2025-11-25',
    },
    {
      name: 'the attack: Mallory refreshes with a copy before Quill does, and comes back',
      because:
        'Two hold one token, and Auth cannot tell them apart. When the used one comes, the whole line ends, the newest with it [oauth21-13-4.3.1].',
      scenario: 'refresh-reuse',
    },
    {
      name: 'the attack with a copy that Quill has exchanged already',
      because: 'The copy is the token before the newest, and it was exchanged [rfc9700-4.14.2].',
      scenario: 'refresh-reuse',
      variant: 'owner-first',
    },
    bringing('a token that only begins like the newest', '{}x'),
    bringing('the first half of a token', '{half}'),
  ],
  hints: [
    'Two programs hold the same token. What does Auth see when the second of them comes?',
    'Only one token of a line may be exchanged. And what of that one, once another of the line came twice?',
    'It has to be the last of `line`, and the line must not be `withdrawn`.',
  ],
  because:
    'Only the newest token of a line is exchanged, and none of a line that was withdrawn. The first part notices that two hold one token, the second puts both of them out.',
  guide: {
    aim: 'Write both halves of reuse detection: a used token is refused, and the newest dies with it.',
    say: 'Draw a line of three tokens and two holders. Ask who may be refused, and whether Auth can know which of the two is the thief.',
    questions: [
      {
        asks: 'Why punish the honest client?',
        answer:
          'Auth cannot tell which of the two it has in front of it. The honest one asks the owner again; the thief has nobody to ask [rfc9700-4.14.2].',
      },
      {
        asks: 'What if the answer was lost, and the client tries again?',
        answer:
          'It looks the same to Auth, and the client has to ask its owner again. A window that soon closes is a bargain; one that never closes is a second token.',
      },
    ],
    wrongTurns: [
      'Refusing the used token and nothing else. Open the attack, and look at the last refresh: who comes with the newest token?',
      'Comparing the names of the clients. Ask where Mallory found that name.',
    ],
  },
  refs: ['oauth21-13-4.3.1', 'rfc9700-4.14.2'],
} as const satisfies WriteExercise
