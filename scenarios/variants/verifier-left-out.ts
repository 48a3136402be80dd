import type { Variant } from '../../engine/scenario.ts'

/** Code interception at a server that compares a verifier where one comes, and asks for none. */
export const verifierLeftOut = {
  title: 'PKCE, except at the end',
  says: 'Quill does PKCE, and Auth demands a challenge and compares every verifier that comes. Mallory sends none.',
  forget: ['as/verifier-needs-challenge'],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [],
      meanwhile: [
        { who: 'owner', does: 'follow' },
        { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'none' },
      ],
    },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  stops: [
    {
      checks: ['as/verifier-needs-challenge'],
      because:
        'A code that was asked for with a challenge is given out only to a request that brings a verifier [oauth21-13-4.1.3]. Leaving it out is refused like a wrong one.',
    },
  ],
  decoys: [
    {
      checks: ['as/verifier-matches'],
      name: 'comparing the verifier',
      because:
        'Auth compares what comes. Where nothing comes there is nothing to compare, and an `if` around the comparison lets the request through.',
    },
    {
      checks: ['as/pkce-required'],
      name: 'demanding a challenge',
      because:
        'Auth demands it in the authorization request, and that one was Quill’s. Mallory makes only the token request.',
    },
    {
      checks: ['as/code-unused'],
      name: 'codes that work once',
      because: 'Mallory’s is the first request with this code. Quill’s is the second.',
    },
  ],
  endings: {
    careless:
      'Auth compared a verifier only where one came, so Mallory left it out, got a token for Quill’s code, and read the note.',
    careful:
      'Auth knew that this code was asked for with a challenge, missed the verifier, and refused.',
  },
} as const satisfies Variant
