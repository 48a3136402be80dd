import type { FieldNote, Notes } from './field-note.ts'

const keyPart = (what: string): FieldNote => ({
  what,
  madeBy: 'Computed from the private key, which a real server never gives away.',
  checkedBy: ['rs/signature-valid'],
  refs: ['rfc9068-4'],
})

const keyChoice = (what: string): FieldNote => ({
  ...keyPart(what),
  madeBy: 'Chosen when the key was made.',
})

/** Notes on what is inside an access token, and on the keys that verify it. */
export const jwtNotes: Notes = {
  'jwt-header.alg': {
    what: 'The algorithm the token says it was signed with.',
    madeBy: 'The authorization server, by the kind of its key.',
    checkedBy: ['rs/algorithm-listed'],
    refs: ['rfc7515-4.1.1', 'rfc8725-3.1', 'rfc9068-4'],
    without:
      'A forger could write `none`, or an algorithm for which the public key itself is the secret.',
  },
  'jwt-header.typ': {
    what: 'What kind of JWT this is: an access token, and nothing else.',
    madeBy: 'The authorization server.',
    checkedBy: ['rs/typ-at-jwt'],
    refs: ['rfc9068-2.1', 'rfc9068-4', 'rfc8725-3.11'],
    without: 'Another kind of token, signed with the same key, could pass for an access token.',
  },
  'jwt-header.kid': {
    what: 'Which of the published keys to verify with.',
    madeBy: 'The authorization server, from the key it signs with.',
    checkedBy: ['rs/key-from-issuer'],
    refs: ['rfc7515-4.1.4', 'rfc9068-4'],
    without: 'If the token may bring a key of its own, anybody can sign one.',
  },
  'jwt-header.jwk': {
    what: 'A key that the token brings along to be verified with. An access token has no business to: the authorization server publishes its keys elsewhere.',
    madeBy: 'Whoever made the token.',
    checkedBy: ['rs/key-from-issuer'],
    refs: ['rfc7515-4.1.3', 'rfc9068-4', 'rfc8725-3.8'],
    without: 'A forger would sign with a key of his own, and hand it over with the token.',
  },
  'claim.iss': {
    what: 'Who issued the token.',
    madeBy: 'The authorization server writes its own name.',
    checkedBy: ['rs/issuer-matches'],
    refs: ['rfc7519-4.1.1', 'rfc9068-2.2', 'rfc9068-4'],
  },
  'claim.sub': {
    what: 'Whose notes these are: the owner who signed in and agreed.',
    madeBy: 'The authorization server, from the account that signed in.',
    checkedBy: ['rs/session-bound-to-subject'],
    refs: ['rfc9068-2.2'],
  },
  'claim.aud': {
    what: 'Whom the token is for. The MCP server looks for its own address here and takes no token that names another.',
    madeBy: 'The authorization server, from the `resource` that the client asked for.',
    checkedBy: ['as/audience-from-resource', 'rs/audience-is-me'],
    refs: [
      'mcp-2025-06-18-authorization-access-token-privilege-restriction',
      'rfc7519-4.1.3',
      'rfc9068-4',
    ],
    without:
      'A token for one MCP server would open every other one that trusts the same authorization server.',
  },
  'claim.client_id': {
    what: 'Which client the token was issued to.',
    madeBy: 'The authorization server, from what it noted down with the code.',
    checkedBy: [],
    refs: ['rfc9068-2.2'],
  },
  'claim.scope': {
    what: 'What the token allows.',
    madeBy: 'The authorization server, from what the owner agreed to.',
    checkedBy: ['rs/scope-per-method'],
    refs: ['rfc9068-2.2.3', 'mcp-2025-06-18-authorization-error-handling'],
    without: 'A token that may only read could write as well.',
  },
  'claim.iat': {
    what: 'When the token was issued, in seconds since 1970.',
    madeBy: 'The authorization server, by its clock.',
    checkedBy: [],
    refs: ['rfc9068-2.2'],
  },
  'claim.exp': {
    what: 'When the token stops working, in seconds since 1970.',
    madeBy: 'The authorization server: a quarter of an hour after it was issued.',
    checkedBy: ['rs/not-expired'],
    refs: ['rfc7519-4.1.4', 'oauth21-13-5.2'],
    without: 'A token that leaked once would work for ever.',
  },
  'claim.nbf': {
    what: 'From when on the token works, in seconds since 1970.',
    madeBy: 'The authorization server, by its clock.',
    checkedBy: ['rs/not-expired'],
    refs: [],
  },
  'claim.jti': {
    what: 'A name for this one token.',
    madeBy: 'The authorization server draws 12 random bytes.',
    checkedBy: [],
    refs: ['rfc9068-2.2'],
  },
  'signature.signature': {
    what: 'Proof that the authorization server wrote every byte before it.',
    madeBy: 'The authorization server, with its private key over header and claims.',
    checkedBy: ['rs/signature-valid'],
    refs: ['rfc7515-5.2', 'rfc9068-4'],
    without: 'Anybody could write a token that says whatever they like.',
  },
  'json.keys': {
    what: 'The public keys, one of which verifies the tokens. The MCP server fetches them once; no secret is shared.',
    madeBy: 'The authorization server publishes the public half of each key it may sign with.',
    checkedBy: ['rs/key-from-issuer', 'rs/signature-valid'],
    refs: ['rfc8414-2', 'rfc9068-4'],
    without: 'With keys from anywhere else, anybody could sign.',
  },
  'json.keys.*': {
    what: 'One public key.',
    madeBy: 'The authorization server.',
    checkedBy: ['rs/key-from-issuer'],
    refs: ['rfc9068-4'],
  },
  'json.keys.*.kty': keyChoice('The family of the key: `OKP` for Edwards curves, `RSA` for RSA.'),
  'json.keys.*.kid': {
    what: 'The name by which a token’s header points to this key.',
    madeBy: 'The authorization server.',
    checkedBy: ['rs/key-from-issuer'],
    refs: ['rfc7515-4.1.4'],
  },
  'json.keys.*.alg': {
    what: 'The one algorithm this key is for; a token that claims another is turned away.',
    madeBy: 'The authorization server.',
    checkedBy: ['rs/key-from-issuer', 'rs/algorithm-listed'],
    refs: ['rfc8725-3.1'],
  },
  'json.keys.*.use': {
    what: 'What the key is for: `sig`, signatures.',
    madeBy: 'The authorization server.',
    checkedBy: [],
    refs: ['rfc8414-2'],
  },
  'json.keys.*.crv': keyChoice('The curve that the key is a point on.'),
  'json.keys.*.x': keyPart('The public key itself: a point on the curve, in base64url.'),
  'json.keys.*.n': keyPart('The modulus of the RSA key, in base64url.'),
  'json.keys.*.e': keyChoice('The public exponent of the RSA key; `AQAB` is 65537.'),
  'json.keys.*.notice': {
    what: 'A warning: the lab prints both halves of this key, so that every run repeats.',
    madeBy: 'The lab. Real key sets have no such member.',
    checkedBy: [],
    refs: [],
  },
}
