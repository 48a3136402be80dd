import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const coming = (name: string, because: string, to?: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2026-07-28',
  change: { at: 'callback-request', field: 'query.iss', ...(to !== undefined && { to }) },
})

const GIVEN = ['received', 'asked', 'promised'] as const

/** Who wrote the answer. */
export const writeIssOfTheAnswer = {
  ...writeCards['write-iss-of-the-answer'],
  revision: '2026-07-28',
  check: 'client/iss-compared-exactly',
  asks: 'An answer has come to Quill’s callback. Write the check that says whether it comes from the authorization server to which Quill sent Sam.',
  starter: emptyCheck(...GIVEN),
  solution: `function check(received, asked, promised) {
  if (received === null) return !promised
  return received === asked
}
`,
  wrong: [
    ...undecided(...GIVEN),
    {
      name: 'a missing name is nothing to worry about',
      code: `function check(received, asked, promised) {
  return received === null || received === asked
}`,
      because: 'Whoever wants to hide a name takes it out.',
    },
    {
      name: 'a name has to be there',
      code: `function check(received, asked, promised) {
  return received === asked
}`,
      because: 'Not every server sends its name, and one that never promised it breaks no promise.',
    },
    {
      name: 'dropping a slash first',
      code: `function check(received, asked, promised) {
  if (received === null) return !promised
  const tidy = (name) => name.replace(/\\/$/, '')
  return tidy(received) === tidy(asked)
}`,
      because: 'With the slash it is another name, and another server may have it.',
    },
    {
      name: 'making both small first',
      code: `function check(received, asked, promised) {
  if (received === null) return !promised
  return received.toLowerCase() === asked.toLowerCase()
}`,
      because: 'A capital letter in the path is another tenant of the same host.',
    },
    {
      name: 'the host is enough',
      code: `function check(received, asked, promised) {
  if (received === null) return !promised
  return received.split('/')[2] === asked.split('/')[2]
}`,
      because: 'One host can hold the authorization servers of many.',
    },
    {
      name: 'comparing only what was promised',
      code: `function check(received, asked, promised) {
  return !promised || received === asked
}`,
      because:
        'A name that comes without a promise is a name all the same, and it can be the wrong one.',
    },
  ],
  runs: [
    honestly('2026-07-28'),
    honestly('2026-07-28', 'metadata-document'),
    {
      name: 'an honest server that neither promises its name nor sends it',
      because: 'It broke no promise, and a client goes on [rfc9207-2.4].',
      scenario: 'first-contact',
      revision: '2026-07-28',
      forget: ['as/iss-sent'],
    },
    {
      name: 'the mix-up: Quill asked Mallory’s server, and Auth answers',
      because: 'The name in the answer is Auth’s, and Auth was not asked.',
      scenario: 'mix-up',
    },
    {
      name: 'the mix-up in which the name is missing though it was promised',
      because:
        'A server that promises its name sends it. Without it the answer is not from that server, or somebody took it out [rfc9207-2.4].',
      scenario: 'mix-up',
      variant: 'stripped',
    },
    {
      name: 'the mix-up of two names that differ in a capital letter',
      because: 'They are spelled almost alike, and they are two servers.',
      scenario: 'mix-up',
      variant: 'normalised',
    },
    coming(
      'an answer whose name has a slash at its end',
      'No slash is dropped before the two are compared.',
      '{}/',
    ),
    coming(
      'an answer from which the promised name was taken',
      'It was promised, and it is not there.',
    ),
  ],
  hints: [
    'There are three cases, and in one of them there is nothing to compare.',
    'Where the name is missing, only the promise decides. Where it is there, only the two names do.',
    '`received === null` passes only without a promise. Else both have to be the same text.',
  ],
  because:
    'A name that is there has to be the one that was asked, to the letter; a name that is missing passes only where none was promised.',
  guide: {
    aim: 'Write the whole rule of RFC 9207 for an answer: present, missing, and spelled almost alike.',
    say: 'Let people write down the cases before the code: a name or none, promised or not. Four fields, and two of them are decided without comparing anything.',
    questions: [
      {
        asks: 'Why not simply insist on the name?',
        answer:
          'Older servers do not send it, and their metadata says nothing of it. A client that insists talks to none of them [rfc9207-2.4].',
      },
      {
        asks: 'Is a host not the same in capitals?',
        answer:
          'A host is, a path is not, and the clause wants neither tidied [mcp-2026-07-28-authorization-authorization-response-validation].',
      },
    ],
    wrongTurns: [
      'Accepting a missing name. Open the mix-up with the name left out.',
      'Tidying up before comparing. Open the one with two names that differ in a capital letter.',
    ],
  },
  refs: ['rfc9207-2.4', 'mcp-2026-07-28-authorization-authorization-response-validation'],
} as const satisfies WriteExercise
