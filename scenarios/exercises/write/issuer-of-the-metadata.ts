import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const reading = (name: string, to: string, because: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2025-11-25',
  change: { at: 'server-metadata', field: 'json.issuer', to },
})

/** About whom a document speaks. */
export const writeIssuerOfTheMetadata = {
  ...writeCards['write-issuer-of-the-metadata'],
  revision: '2026-07-28',
  check: 'client/metadata-issuer-matches',
  asks: 'Quill has read the metadata of an authorization server. Write the check that says whether it may believe what the document says of its issuer.',
  starter: emptyCheck('claimed', 'asked'),
  solution: `function check(claimed, asked) {
  return asked.includes(claimed)
}
`,
  wrong: [
    ...undecided('claimed', 'asked'),
    {
      name: 'it only has to be there',
      code: `function check(claimed, asked) {
  return typeof claimed === 'string' && claimed.startsWith('https://')
}`,
      because: 'Everybody can write somebody else’s name into a document.',
    },
    {
      name: 'a beginning is enough',
      code: `function check(claimed, asked) {
  return asked.some((one) => claimed.startsWith(one))
}`,
      because: 'A name that goes on behind the right one is another.',
    },
    {
      name: 'dropping a slash first',
      code: `function check(claimed, asked) {
  const tidy = (name) => name.replace(/\\/$/, '')
  return asked.some((one) => tidy(one) === tidy(claimed))
}`,
      because:
        'Identical means identical: this name is compared again, with what comes in tokens and answers.',
    },
    {
      name: 'making both small first',
      code: `function check(claimed, asked) {
  return asked.some((one) => one.toLowerCase() === claimed.toLowerCase())
}`,
      because: 'No case is folded where issuers are compared.',
    },
  ],
  runs: [
    honestly('2025-11-25'),
    honestly('2025-06-18', 'pre-registered'),
    honestly('2026-07-28', 'metadata-document'),
    {
      name: 'the attack: a document at Mallory’s address that claims to be Auth’s',
      because:
        'Quill asked Mallory’s server. What is read there speaks for Mallory and for nobody else.',
      scenario: 'issuer-spoof',
    },
    reading(
      'metadata whose issuer has a slash at its end',
      '{}/',
      'The clause wants the two identical [rfc8414-3.3].',
    ),
    reading(
      'metadata whose issuer goes on behind the right name',
      '{}.mallory.example',
      'It begins like the right name and is another host.',
    ),
    reading(
      'metadata whose issuer is written in capitals',
      'HTTPS://AUTH.EXAMPLE',
      'The clause wants the two identical [rfc8414-3.3].',
    ),
  ],
  hints: [
    'Quill knows from which address it read the document, and from which identifier it made that address.',
    'What does a document prove by a name that anybody could have written into it?',
    'The claim has to be one of `asked`, as it is spelled.',
  ],
  because:
    'Metadata counts only for the issuer from whose identifier its address was made. Otherwise anybody could publish a document under somebody else’s name.',
  guide: {
    aim: 'Tie a metadata document to the address from which it was read.',
    say: 'The document is well-formed, and it came over TLS. Ask whose certificate that was.',
    questions: [
      {
        asks: 'Does TLS not prove who wrote it?',
        answer:
          'It proves who runs the host that was asked. The name in the document is a claim, and this check is what ties the two together [rfc8414-3.3].',
      },
    ],
    wrongTurns: [
      'Looking only at the form of the name. Open the run of the attack: its form is perfect.',
    ],
  },
  refs: ['rfc8414-3.3'],
} as const satisfies WriteExercise
