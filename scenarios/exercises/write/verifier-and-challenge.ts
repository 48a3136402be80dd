import type { WriteExercise } from '../../../engine/scenario.ts'
import { writeCards } from '../../exercise-cards/writes.ts'
import { emptyCheck, honestly, undecided } from './honest.ts'

const GIVEN = ['challenge', 'verifier', 'hash'] as const

const redeeming = {
  scenario: 'first-contact',
  revision: '2025-11-25',
} as const

/** Whether the one who redeems is the one who asked. */
export const writeVerifierAndChallenge = {
  ...writeCards['write-verifier-and-challenge'],
  check: 'as/verifier-matches',
  asks: 'Somebody redeems a code at Auth. Write the check that says whether it is whoever asked for it: does the verifier belong to the challenge?',
  starter: emptyCheck(...GIVEN),
  solution: `function check(challenge, verifier, hash) {
  if (challenge === null) return verifier === null
  return hash === challenge
}
`,
  wrong: [
    ...undecided(...GIVEN),
    {
      name: 'only where a verifier came',
      code: `function check(challenge, verifier, hash) {
  return verifier === null || hash === challenge
}`,
      because: 'Whoever has no verifier leaves it out.',
    },
    {
      name: 'only where there is a challenge',
      code: `function check(challenge, verifier, hash) {
  return challenge === null || hash === challenge
}`,
      because:
        'Somebody took the challenge out of the request, and the honest client still brings its verifier.',
    },
    {
      name: 'only where both are there',
      code: `function check(challenge, verifier, hash) {
  return !challenge || !verifier || hash === challenge
}`,
      because: 'It compares, and leaves it to the attacker whether there is something to compare.',
    },
    {
      name: 'any verifier will do',
      code: `function check(challenge, verifier, hash) {
  return (challenge === null) === (verifier === null)
}`,
      because: 'A verifier that is there need not be the right one.',
    },
    {
      name: 'comparing the verifier itself',
      code: `function check(challenge, verifier, hash) {
  return verifier === challenge
}`,
      because: 'The challenge is the hash of the verifier. Everybody saw the challenge.',
    },
    {
      name: 'a hash has to be there',
      code: `function check(challenge, verifier, hash) {
  return challenge !== null && hash !== null && challenge.length === hash.length
}`,
      because: 'All of these hashes are of one length.',
    },
  ],
  runs: [
    honestly('2025-06-18'),
    honestly('2025-11-25', 'metadata-document'),
    honestly('2026-07-28', 'pre-registered'),
    {
      name: 'the downgrade: Mallory takes the challenge out of the request',
      because:
        'A verifier that comes for a code without a challenge shows that the request was changed on its way.',
      scenario: 'pkce-downgrade',
    },
    {
      ...redeeming,
      name: 'a token request from which the verifier was left out',
      because: 'There is a challenge, and nobody shows that they know what it was made from.',
      change: { at: 'token-request', field: 'form.code_verifier' },
    },
    {
      ...redeeming,
      name: 'a token request with another verifier',
      because: 'Its hash is another than the challenge.',
      change: { at: 'token-request', field: 'form.code_verifier', to: '{}x' },
    },
    {
      ...redeeming,
      name: 'a token request with a verifier that is too short to be one',
      because: 'What has not the form of a verifier has no hash here, and proves nothing.',
      change: { at: 'token-request', field: 'form.code_verifier', to: 'x' },
    },
    {
      ...redeeming,
      name: 'an honest verifier for a code whose challenge was taken away',
      because: 'The client sent a challenge, and none arrived. Somebody stands between.',
      forget: ['as/pkce-required'],
      change: { at: 'authorization-request', field: 'query.code_challenge' },
    },
  ],
  hints: [
    'Either of the two can be missing. Go through all four cases.',
    'Who decides whether a verifier is sent? Whoever redeems, and that may be the attacker.',
    'Without a challenge there must be no verifier. With one, `hash` has to be `challenge`.',
  ],
  because:
    'A code with a challenge needs exactly its verifier, and a code without one must come without a verifier. “Only if it is there” leaves the choice to the attacker.',
  guide: {
    aim: 'Write the check of PKCE at the token endpoint so that leaving something out helps nobody.',
    say: 'Hashing is done for you. The difficulty is what is missing. Ask who decides that it is missing.',
    questions: [
      {
        asks: 'Why refuse a verifier where there is no challenge?',
        answer:
          'An honest client that brings a verifier sent a challenge. If Auth has none, somebody took it out [rfc9700-4.8.2].',
      },
    ],
    wrongTurns: [
      'Comparing only where both are there. Open the run of the downgrade.',
      'Comparing the verifier with the challenge. Ask who has seen the challenge.',
    ],
  },
  refs: ['rfc7636-4.6', 'oauth21-13-4.1.3', 'rfc9700-4.8.2'],
} as const satisfies WriteExercise
