import type { Variant } from '../../engine/scenario.ts'

/** Code replay at a server that takes tokens back before it has looked at the rest of the request. */
export const lockOut = {
  title: 'A used code as a weapon',
  says: 'Mallory has the used code and no verifier. He gets no token; the owner’s client loses its own.',
  forget: ['as/proof-before-revocation'],
  ears: [
    { on: 'authorization-request', hears: 'url' },
    { on: 'callback-request', hears: 'url' },
  ],
  acts: [
    {
      who: 'client',
      does: 'connect',
      errands: [{ call: 'read_note', arguments: { name: 'groceries' } }],
    },
    { who: 'attacker', does: 'redeem', client: 'victim', verifier: 'made-up', anyway: true },
    {
      who: 'client',
      does: 'go-on',
      errands: [{ wait: 1_000 }, { call: 'read_note', arguments: { name: 'groceries' } }],
    },
  ],
  goal: { is: 'locks-out' },
  stops: [
    {
      checks: ['as/proof-before-revocation'],
      because:
        'Auth refuses the wrong verifier and leaves it at that. It should take tokens back only for a request that is right but for the reuse [oauth21-13-7.5.3]: who can make one had the verifier too, and that is a theft.',
    },
  ],
  decoys: [
    {
      checks: ['client/stores-in-vault'],
      name: 'a safe place for the tokens',
      because:
        'Mallory never sees the tokens. He has Auth declare them void, and in the vault they lie as safe and as dead as anywhere.',
    },
    {
      checks: ['as/code-fresh'],
      name: 'codes that expire soon',
      because:
        'A program that watches the history needs no minute. It may come as soon as Quill has redeemed the code.',
    },
    {
      checks: ['as/refresh-rotated', 'as/refresh-reuse-revokes-family'],
      name: 'rotating refresh tokens',
      because:
        'It notices when a refresh token comes twice. Here one comes once, from its owner, and is void already.',
    },
    {
      checks: ['client/state-random', 'client/state-matches'],
      name: '`state`',
      because:
        'Quill’s answer was Quill’s own, and its state was right. Mallory sends Quill nothing.',
    },
  ],
  opening:
    'Auth has learned its lesson: a code works once, and a second use revokes what the first one gave. Quill does PKCE, and Auth compares. Mallory’s little program on Sam’s machine can read the browser’s history. That is addresses: the challenge stands there, and the code. The verifier does not. He can get no token with that, and knows it.',
  question: {
    asks: 'A used code comes again, and the verifier is wrong. What should Auth do?',
    choices: [
      {
        says: 'Refuse, and leave everything else as it is.',
        right: true,
        because:
          'Whoever sends this has seen a code and proved nothing. If that were enough to take tokens away, everybody who can read a history could lock the owner out.',
      },
      {
        says: 'Refuse, and revoke the tokens: better once too often than once too little.',
        because:
          'This is the attack. No token is in danger here, for without the verifier nobody gets any. The one who is hurt is Sam, each time anew.',
      },
      {
        says: 'Look first whether the code was used, since everything else follows from that.',
        because:
          'Then the answer is known before the request has been looked at, and the revocation hits those who did nothing. The order of the checks is part of what they mean.',
      },
      {
        says: 'Ignore that the code was used, for the verifier is wrong anyhow.',
        because:
          'For this request that comes to the same. But the next one may bring the right verifier, and that is why used codes must be refused.',
      },
    ],
  },
  hints: [
    'Mallory is refused. Look at what happens besides.',
    'Auth makes two decisions about this request: whether to grant it, and whether to take something back.',
    'Look at what a sender has to know for each of them.',
  ],
  endings: {
    careless:
      'Auth revoked what the code had given before it had looked at the verifier, and Quill’s refresh token was dead.',
    careful:
      'Auth refused Mallory for the wrong verifier and took nothing back; Quill refreshed and went on.',
  },
} as const satisfies Variant
