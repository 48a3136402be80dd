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
  change: { at: 'mcp-request', field: 'header.Authorization.claim.aud', to },
})

/** For whom a token was issued. */
export const writeAudienceIsMe = {
  ...writeCards['write-audience-is-me'],
  check: 'rs/audience-is-me',
  asks: 'A token with a right signature has come to Notes. Write the check that says whether it was issued for this very server.',
  starter: emptyCheck('audience', 'self'),
  solution: `function check(audience, self) {
  const audiences = Array.isArray(audience) ? audience : [audience]
  return audiences.includes(self)
}
`,
  wrong: [
    ...undecided('audience', 'self'),
    {
      name: 'a single name only',
      code: `function check(audience, self) {
  return audience === self
}`,
      because: 'A token may name several audiences, in a list.',
    },
    {
      name: 'includes, on whatever comes',
      code: `function check(audience, self) {
  return audience.includes(self)
}`,
      because: 'On a list `includes` asks for an entry, on a text for a piece of it.',
    },
    {
      name: 'a beginning is enough',
      code: `function check(audience, self) {
  return [audience].flat().some((one) => one.startsWith(self))
}`,
      because: 'What begins like this server can be another.',
    },
    {
      name: 'the origin is enough',
      code: `function check(audience, self) {
  const origin = (url) => url.split('/').slice(0, 3).join('/')
  return [audience].flat().some((one) => origin(one) === origin(self))
}`,
      because: 'Two servers can live at one origin, and a token for one is none for the other.',
    },
    {
      name: 'every entry has to be this server',
      code: `function check(audience, self) {
  return [audience].flat().every((one) => one === self)
}`,
      because: 'Others may be named beside it, and of an empty list every entry is right.',
    },
  ],
  runs: [
    honestly('2025-06-18'),
    honestly('2025-11-25'),
    honestly('2026-07-28', 'metadata-document'),
    {
      name: 'the attack: a token that the owner got for Mallory’s server',
      because: 'It is a genuine token with a genuine signature. It is only not for Notes.',
      scenario: 'wrong-audience',
    },
    bringing(
      'a token for a server whose name begins like this one',
      '{}.mallory.example',
      'The name of this server is a whole, not a piece of another.',
    ),
    bringing(
      'a token for another server at the same origin',
      'https://notes.example/another',
      'One origin can hold several servers. This token is for the other.',
    ),
    bringing(
      'a token for two servers, of which this is one',
      '["https://calendar.example/mcp","{}"]',
      'Whoever is named among others is named [rfc9068-4].',
    ),
    bringing(
      'a token for a list of strangers',
      '["https://calendar.example/mcp","{}.mallory.example"]',
      'There is nobody in this list who is this server.',
    ),
    bringing(
      'a token whose list of audiences is empty',
      '[]',
      'A token for nobody is not for this server.',
    ),
  ],
  hints: [
    'What comes may be of two kinds. Read what is said about the first value.',
    'Make one kind of it first: a text becomes a list with one entry.',
    '`[audience].flat()` is always a list. Is `self` one of its entries?',
  ],
  because:
    'The audience names this server, alone or in a list, as a whole entry. A signature says who made a token, and only the audience says for whom.',
  guide: {
    aim: 'Tell whose a token is, with one audience and with several.',
    say: 'The signature is right, the issuer is right, it has not expired. Ask what is still missing before anybody writes a line.',
    questions: [
      {
        asks: 'Why is the signature not enough?',
        answer:
          'It says that Auth made the token. Auth makes tokens for many servers, and every one of them could use them at the others [mcp-2025-06-18-authorization-token-handling].',
      },
    ],
    wrongTurns: [
      'Calling `includes` on what came. Ask what it does with a text, and open the run with the name that begins alike.',
      'Comparing origins. Ask what else runs at that origin.',
    ],
  },
  refs: ['rfc9068-4', 'mcp-2025-06-18-authorization-token-handling'],
} as const satisfies WriteExercise
