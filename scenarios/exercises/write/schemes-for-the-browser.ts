import type { WriteExercise, WrittenRun } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const reading = (name: string, field: string, to: string, because: string): WrittenRun => ({
  name,
  because,
  scenario: 'first-contact',
  revision: '2025-11-25',
  change: { at: 'server-metadata', field, to },
})

/** What may be opened. */
export const writeSchemesForTheBrowser = {
  ...writeCards['write-schemes-for-the-browser'],
  check: 'client/endpoint-scheme-allowed',
  asks: 'Quill has read which endpoints an authorization server has, and will send requests and Sam’s browser there. Write the check that says whether it may.',
  starter: emptyCheck('urls', 'schemes'),
  solution: `function check(urls, schemes) {
  return schemes.every((scheme) => scheme === 'https:')
}
`,
  wrong: [
    ...undecided('urls', 'schemes'),
    {
      name: 'a list of what is forbidden',
      code: `function check(urls, schemes) {
  const forbidden = ['javascript:', 'data:', 'file:', 'http:']
  return !urls.some((url) => forbidden.some((one) => url.startsWith(one)))
}`,
      because: 'A list of bad things is never complete, and capitals get past this one besides.',
    },
    {
      name: 'the same list, by the parser',
      code: `function check(urls, schemes) {
  const forbidden = ['javascript:', 'data:', 'file:', 'http:']
  return !schemes.some((scheme) => forbidden.includes(scheme))
}`,
      because: 'The schemes that nobody thought of are not on it.',
    },
    {
      name: 'only the first endpoint',
      code: `function check(urls, schemes) {
  return schemes[0] === 'https:'
}`,
      because: 'Code and verifier go to the second.',
    },
    {
      name: 'one good endpoint is enough',
      code: `function check(urls, schemes) {
  return schemes.includes('https:')
}`,
      because: 'The client goes to all of them.',
    },
    {
      name: 'everything of the web',
      code: `function check(urls, schemes) {
  return schemes.every((scheme) => scheme === 'https:' || scheme === 'http:')
}`,
      because: 'Over http everybody on the way reads along.',
    },
    {
      name: 'a beginning as it is spelled',
      code: `function check(urls, schemes) {
  return urls.every((url) => url.startsWith('https'))
}`,
      because: 'There may be schemes whose name begins so.',
    },
  ],
  runs: [
    honestly('2025-06-18'),
    honestly('2025-11-25', 'metadata-document'),
    honestly('2026-07-28', 'pre-registered'),
    {
      name: 'the attack: an authorization endpoint that is a script',
      because: 'What is handed to a browser to open is carried out there.',
      scenario: 'dangerous-scheme',
    },
    {
      name: 'the attack against a list of forbidden schemes',
      because: 'It is spelled so that a list of forbidden beginnings lets it pass.',
      scenario: 'dangerous-scheme',
      variant: 'forbidden-by-name',
    },
    reading(
      'an authorization endpoint over plain http',
      'json.authorization_endpoint',
      'http://auth.example/authorize',
      'Every endpoint of an authorization server is served over https.',
    ),
    reading(
      'a token endpoint over plain http',
      'json.token_endpoint',
      'http://auth.example/token',
      'Code and verifier would go there in the open.',
    ),
    reading(
      'an authorization endpoint that some program on the machine opens',
      'json.authorization_endpoint',
      'notes-app://auth.example/authorize',
      'Which program that is, and what it does with it, nobody here knows.',
    ),
    reading(
      'an authorization endpoint whose scheme begins like https',
      'json.authorization_endpoint',
      'httpsx://auth.example/authorize',
      'It is another scheme.',
    ),
    reading(
      'an authorization endpoint in capitals',
      'json.authorization_endpoint',
      'HTTPS://auth.example/authorize',
      'A scheme is read without regard to capitals, so this is https.',
    ),
  ],
  hints: [
    'Do you write down what is forbidden, or what is allowed?',
    'There are more schemes than anybody knows. Only one of them is wanted here.',
    'Every one of `schemes` has to be `https:`.',
  ],
  because:
    'Only what is on a short list passes, read as a parser reads it, and for every endpoint. A list of what is forbidden always lacks something.',
  guide: {
    aim: 'Write a list of what is allowed in place of one of what is forbidden.',
    say: 'Let people name dangerous schemes for a minute, and write them down. Then ask who is sure that the list is complete.',
    questions: [
      {
        asks: 'Why are both the texts and the schemes given?',
        answer:
          'Reading a scheme off a text by hand is where it goes wrong: browsers ignore capitals and some characters. So a parser has done it [mcp-2025-11-25-security-oauth-authorization-url-validation].',
      },
    ],
    wrongTurns: [
      'A list of forbidden schemes. Open the attack that is made for such lists.',
      'Looking at the authorization endpoint alone. Ask where the code is taken.',
    ],
  },
  refs: [
    'mcp-2025-11-25-security-oauth-authorization-url-validation',
    'mcp-2025-06-18-authorization-communication-security',
  ],
} as const satisfies WriteExercise
