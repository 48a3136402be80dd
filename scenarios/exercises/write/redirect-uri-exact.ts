import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const asking = (name: string, to: string, because: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2025-11-25',
  registration: 'dynamic',
  change: { at: 'authorization-request', field: 'query.redirect_uri', to },
})

/** Where a code may be sent. */
export const writeRedirectUriExact = {
  ...writeCards['write-redirect-uri-exact'],
  check: 'as/redirect-uri-exact',
  asks: 'Auth is about to send a code to the redirect URI in the request. Write the check that says whether it may.',
  starter: emptyCheck('received', 'registered'),
  solution: `function check(received, registered) {
  return registered.includes(received)
}
`,
  wrong: [
    ...undecided('received', 'registered'),
    {
      name: 'a beginning is enough',
      code: `function check(received, registered) {
  return registered.some((uri) => received.startsWith(uri))
}`,
      because: 'What begins like a registered address can end anywhere.',
    },
    {
      name: 'the same host is enough',
      code: `function check(received, registered) {
  const host = (uri) => uri.split('/')[2]
  return registered.some((uri) => host(uri) === host(received))
}`,
      because: 'One host has many pages, and some of them pass on what they are given.',
    },
    {
      name: 'undoing escapes first',
      code: `function check(received, registered) {
  return registered.includes(decodeURIComponent(received))
}`,
      because: 'Auth compares one text and sends the browser to another.',
    },
    {
      name: 'making it small first',
      code: `function check(received, registered) {
  return registered.some((uri) => uri.toLowerCase() === received.toLowerCase())
}`,
      because: 'Paths in capitals are other paths.',
    },
    {
      name: 'looking for the host anywhere',
      code: `function check(received, registered) {
  return received.includes('127.0.0.1') && received.endsWith('/callback')
}`,
      because: 'What stands before an `@` is a user’s name and no host.',
    },
  ],
  runs: [
    honestly('2025-11-25'),
    honestly('2025-11-25', 'metadata-document'),
    honestly('2026-07-28', 'pre-registered'),
    {
      name: 'Mallory’s link, which asks for the code at his own address',
      because: 'Nobody registered that address. Whoever gets the code there is not the client.',
      scenario: 'redirect-uri-unchecked',
    },
    asking(
      'an address that only begins like the registered one',
      '{}-of-mallory',
      'The registered address is a whole, not a beginning.',
    ),
    asking(
      'another path on the registered host',
      'http://127.0.0.1/another',
      'It is the same machine, and another program may answer there.',
    ),
    asking(
      'the registered address with one letter written as an escape',
      'http://127.0.0.1/%63allback',
      'Two texts are equal, or they are not. Whoever undoes escapes compares what nobody wrote.',
    ),
    asking(
      'the registered path in capitals',
      'http://127.0.0.1/CALLBACK',
      'A server may treat paths in capitals as other paths.',
    ),
    asking(
      'a stranger’s host with the registered one as the user’s name',
      'http://127.0.0.1@mallory.example/callback',
      'A browser goes to what stands behind the `@`.',
    ),
    asking(
      'the registered address on another port of the owner’s machine',
      'http://127.0.0.1:61234/callback',
      'A native app cannot know beforehand which port is free, so on loopback the port may differ.',
    ),
  ],
  hints: [
    'What do you get if you treat both as texts, and not as addresses?',
    'Do not take the address apart, and do not tidy it up. The list is all that the client promised.',
    'It is in the list, or it is not: `registered.includes(received)`.',
  ],
  because:
    'The registered address is compared as a text, character by character. Everything cleverer lets in an address that nobody registered.',
  guide: {
    aim: 'Compare a redirect URI as the specification wants it, and say why tidying up is a mistake.',
    say: 'Everybody wants to be helpful with URLs. Here helpful is wrong. Ask for the shortest version that could work before anybody writes a long one.',
    questions: [
      {
        asks: 'Is the same address with a slash at the end not the same address?',
        answer:
          'It may be, for the server behind it. Auth does not know that server, so it compares texts [oauth21-13-2.3.1].',
      },
      {
        asks: 'Why may the port differ, then?',
        answer:
          'Only on loopback, and only for native apps: they take a port that is free when they start [rfc8252-7.3].',
      },
    ],
    wrongTurns: [
      'A check by prefix. Open the run with the address that only begins like the registered one, and look where the code goes.',
      'A check of the host. Ask who else answers on that host.',
    ],
  },
  refs: ['oauth21-13-2.3.1', 'rfc8252-7.3'],
} as const satisfies WriteExercise
