import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

const seedVault = { call: 'read_note', arguments: { name: 'seed-vault' } } as const

/** A token that nobody issued, and servers that let the token say how it is verified. */
export const forgedToken = {
  ...tokenCards['forged-token'],
  expects: 'won',
  forget: ['rs/algorithm-listed'],
  acts: [{ who: 'attacker', does: 'call', ...seedVault, token: 'none' }],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['rs/algorithm-listed'],
      because:
        'Notes decides beforehand which algorithms it accepts, and looks at the header only to compare. A library must let its caller name that list, and must use no other algorithm [rfc8725-3.1]. Neither `none` nor `HS256` is on it.',
    },
  ],
  decoys: [
    {
      checks: ['rs/signature-valid'],
      name: 'verifying the signature',
      because:
        'Notes does call the library that verifies. The library asks the token how, and the token answers. A verification by rules of the forger’s choosing finds what he wants it to find.',
    },
    {
      checks: ['rs/key-from-issuer'],
      name: 'the issuer’s key',
      because:
        'Notes fetches Auth’s keys and would use no other. For `none` it needs no key at all. For `HS256` it uses exactly the published one, as if it were a secret: everybody has it.',
    },
    {
      checks: ['rs/issuer-matches'],
      name: 'the issuer',
      because:
        'Mallory writes Auth’s name into the token. It stands in a public document. What a token says is worth as much as the signature below it.',
    },
    {
      checks: ['rs/audience-is-me'],
      name: 'the audience',
      because:
        'The address of Notes is no secret, and Mallory writes it into the token himself. The audience keeps genuine tokens apart; of forged ones it says nothing.',
    },
    {
      checks: ['rs/not-expired'],
      name: 'the expiry',
      because: 'Mallory makes the token himself, so it is as fresh as he likes.',
    },
  ],
  variants: {
    'key-confusion': {
      title: 'The public key as a secret',
      says: 'The token is signed with `HS256`, where one secret both signs and verifies. Mallory uses the text of Auth’s public RSA key as that secret, and so does a library that lets the header choose.',
      acts: [{ who: 'attacker', does: 'call', ...seedVault, token: 'public-key-as-secret' }],
    },
    'foreign-key': {
      title: 'A key that comes with the token',
      says: 'The algorithm is one that Notes accepts, and the signature is right. It is verified with a key that stands in the token’s own header, and that key is Mallory’s.',
      forget: ['rs/key-from-issuer'],
      acts: [{ who: 'attacker', does: 'call', ...seedVault, token: 'own-key' }],
      stops: [
        {
          checks: ['rs/key-from-issuer'],
          because:
            'Notes verifies with a key that Auth publishes, and with none that comes along. The keys used must belong to the issuer [rfc8725-3.8], and a server must use those that the authorization server provides [rfc9068-4].',
        },
      ],
      decoys: [
        {
          checks: ['rs/signature-valid'],
          name: 'verifying the signature',
          because:
            'It is valid. Mallory made it with his private key, and Notes verifies it with the public half that he has sent along. It proves that Mallory is Mallory.',
        },
        {
          checks: ['rs/algorithm-listed'],
          name: 'the list of algorithms',
          because:
            'Mallory’s key is an Ed25519 key like Auth’s, and `EdDSA` is on the list. Which algorithm was used says nothing about whose key it was.',
        },
        {
          checks: ['rs/issuer-matches'],
          name: 'the issuer',
          because:
            'The claim says Auth, and the key says nothing. Nobody compares the two: that the key belongs to this issuer is the check that was forgotten.',
        },
      ],
    },
  },
  endings: {
    careless:
      'Notes let the token say how it was to be verified, and so it verified: Mallory read Sam’s note with a token that Auth has never seen.',
    careful:
      'Notes compared the token with what it had decided beforehand, which algorithms and whose keys, and turned it away.',
  },
  hints: [
    'Nobody but Mallory, Notes and a public document takes part. Ask where the proof would have to come from.',
    'Open the token in the first request, and in it the header. Who wrote it?',
    'The header says how the token is to be verified, or with which key. Notes has to know both before any token arrives.',
  ],
  listed: ['OWASP MCP07:2025 Insufficient Authentication & Authorization'],
  opening:
    'For this one Mallory needs nobody. No link, no click; Sam is asleep and Quill is not running. He knows what everybody can look up: the address of Notes, the name of its authorization server, and the keys with which Auth’s signatures are verified. And he guesses that somebody called `sam` keeps notes there. Out of that he writes an access token, by hand.',
  beats: [
    {
      at: 'mcp-request',
      of: ['plain'],
      text: 'Open the token. `iss`, `aud`, `sub`, `scope`: all as Auth would have written them. In the header stands `alg`, and there `none`. After the last dot comes nothing. JWTs without a signature do exist, for those who protect them in another way; a server must reject an access token that is one [rfc9068-4].',
    },
    {
      at: 'mcp-request',
      of: ['key-confusion'],
      text: 'Open the token. The claims are as Auth would have written them. `alg` says `HS256`: one shared secret signs and verifies. `kid` points to Auth’s RSA key, `teaching-rsa`, which is meant for another algorithm. There is a signature, and Mallory computed it with the text of that public key [rfc8725-2.1].',
    },
    {
      at: 'mcp-request',
      of: ['foreign-key'],
      text: 'Open the token. The claims are as Auth would have written them, and `alg` is `EdDSA`, as it is with Auth. But the header has one more member, `jwk`: a public key, sent along to verify with. Mallory has the other half of it.',
    },
    {
      at: 'jwks-request',
      without: ['rs/key-from-issuer'],
      text: 'Notes asks Auth for its keys. A server must use the keys that the authorization server provides [rfc9068-4], and it is about to hold the right ones in its hand. What it does with them, the token has already told it.',
    },
    {
      at: 'jwks',
      of: ['plain'],
      text: 'Two keys, and neither is needed. The library reads in the header that nobody signed this, and reports that everything is in order, since there was nothing to verify. Each key is for one algorithm, and the caller must be able to say which ones it allows [rfc8725-3.1]. This caller has not.',
    },
    {
      at: 'jwks',
      of: ['key-confusion'],
      text: 'Here is `teaching-rsa`, for everybody to read, as a public key should be. A library that follows the header takes its text for the secret of an HMAC, and computes the same as Mallory did. `alg` of the key says `RS256`; each key must be used with exactly one algorithm [rfc8725-3.1].',
    },
    {
      at: 'jwks',
      of: ['foreign-key'],
      without: ['rs/key-from-issuer'],
      text: 'Two keys, `teaching-ed25519` and `teaching-rsa`. Mallory’s is not among them, and Notes has no use for the two: it takes the one from the header. That the key belongs to the issuer must be validated [rfc8725-3.8]; here nobody asks.',
    },
    {
      at: 'mcp-response',
      text: 'Status `200`. For Notes this is Sam from now on. Its log will name Sam’s account, and a client that was never registered anywhere. Auth knows of nothing: it has given away its public keys, as to anybody.',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: ['2025-03-26', '2025-06-18', '2025-11-25'],
      text: 'The note is out: *under the third flower pot*. The token would have let him write as well. Nothing that Auth does can help here, no consent and no revocation: it has not issued this token, so it cannot take it back.',
    },
    {
      at: 'mcp-response',
      nth: 2,
      in: ['2026-07-28'],
      text: 'The note is out: *under the third flower pot*. The token would have let him write as well. Nothing that Auth does can help here, no consent and no revocation: it has not issued this token, so it cannot take it back.',
    },
  ],
  phases: {
    discovery: 'Mallory knocks, with a token that he made himself.',
    toolCall: 'Notes does what the bearer of the token asks.',
  },
  betBefore: { at: 'mcp-response' },
  question: {
    asks: 'Notes reads Auth’s keys and hands the token to a library that verifies it. What else does Notes have to do?',
    choices: [
      {
        says: 'Nothing. To verify the signature is what the library is for.',
        because:
          'The library verifies by what the header says, unless it is told otherwise. The header is Mallory’s: it may say that there is no signature, or that the public key is a secret.',
      },
      {
        says: 'Compare issuer, audience and expiry, and strictly.',
        because:
          'Notes does, and all three are right: Mallory wrote them. Claims are worth something only once it is certain who made them.',
      },
      {
        says: 'Decide beforehand which algorithms and whose keys it accepts, and let the token choose neither.',
        right: true,
        because:
          'Then `none` and `HS256` are not on the list [rfc8725-3.1], and a key that comes with the token is no key of Auth’s [rfc8725-3.8]. The header may name one of the allowed; it may add none.',
      },
      {
        says: 'Ask Sam, when an unknown client comes for the first time.',
        because:
          'Sam is asked by Auth, and Auth takes no part in this. Notes sees a token, and for Notes a token *is* Sam’s consent.',
      },
    ],
  },
  refs: [
    'rfc8725-3.1',
    'rfc9068-4',
    'rfc8725-3.8',
    'rfc8725-2.1',
    'rfc8725-3.9',
    'rfc7515-4.1.1',
    'rfc7515-4.1.3',
    'rfc7515-4.1.4',
    'oauth21-13-1.4',
    'oauth21-13-5.2',
  ],
} as const satisfies Attack
