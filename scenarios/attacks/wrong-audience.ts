import type { Attack } from '../../engine/scenario.ts'
import { tokenCards } from '../attack-cards/tokens.ts'

/** A token that is shown to one server and used at another. */
export const wrongAudience = {
  ...tokenCards['wrong-audience'],
  expects: 'won',
  forget: ['client/resource-sent', 'as/audience-from-resource', 'rs/audience-is-me'],
  mallory: { mcp: { issuer: 'honest' } },
  acts: [
    {
      who: 'client',
      does: 'connect',
      to: 'attacker',
      errands: [{ call: 'read_note', arguments: { name: 'shopping' } }],
    },
    { who: 'attacker', does: 'call', call: 'read_note', arguments: { name: 'seed-vault' } },
  ],
  goal: { is: 'reads', text: 'under the third flower pot' },
  stops: [
    {
      checks: ['client/resource-sent', 'as/audience-from-resource', 'rs/audience-is-me'],
      because:
        'Quill says which server it talks to, Auth writes that one name into the token, and Notes compares it with its own. Each needs the other two: without the first two, the name that Notes looks for stands in every token.',
    },
  ],
  decoys: [
    {
      checks: ['rs/signature-valid'],
      name: 'the signature',
      because:
        'It is right. Auth made this token and nobody changed it: Mallory copied it whole. A signature says who wrote a token, and not whose hands it was meant for.',
    },
    {
      checks: ['rs/not-expired'],
      name: 'the expiry',
      because:
        'Mallory got the token fresh, and uses it within the second. A short life limits how long he can go on; it does not limit where.',
    },
    {
      checks: ['rs/issuer-matches'],
      name: 'the issuer',
      because:
        'Both servers trust the same authorization server. That is what makes the attack possible: a token from anywhere else would have been worth nothing at Notes.',
    },
  ],
  endings: {
    careless:
      'Quill named no server, Auth made a token for all of them, and Notes let in whoever brought it: Mallory read Sam’s note with a token that Sam had agreed to give to a client, and not to him.',
    careful:
      'The token that Mallory collected names Mallory’s own server, and Notes refuses it, for it was made for another server.',
  },
  hints: [
    'Nothing about this token is false. Ask whom it was handed to.',
    'Open the token where Auth hands it out, and count the names in `aud`.',
    'Three parties could have kept that list down to one name, or looked at it: who asks, who writes, who reads.',
  ],
  listed: ['SAF-T1706 OAuth Token Pivot Replay'],
  incidents: [
    {
      id: 'CVE-2025-69196',
      url: 'https://github.com/advisories/GHSA-5h2m-4q8j-pqpj',
      product: 'FastMCP (OAuth proxy)',
      says: 'Before 2.14.2 the authorization server in the library ignored which resource a client asked for. The audience of every token was made from the proxy’s base address, so that no MCP server could tell whether a token was issued for it. The fix works out this endpoint’s own address, compares what a client asks for, and writes it into the token.',
      before: `const token = sign({
  sub: account,
  aud: baseUrl + '/mcp', // whatever was asked for
})`,
      after: `const mine = new URL(endpointPath, baseUrl).href
if (asked.resource && asked.resource !== mine) return error('invalid_target')
const token = sign({
  sub: account,
  aud: mine,
})`,
    },
  ],
  opening:
    'Mallory runs an MCP server with free tools, and Sam tries it with Quill. It uses the same authorization server as Sam’s notes: anybody may put a server under Auth. Mallory does not break into anything. He waits for Quill to connect, as clients do, and to show him a token. What he wants is a note that lies elsewhere, at Notes.',
  beats: [
    {
      at: 'resource-metadata',
      text: 'Mallory’s server describes itself, and tells the truth. `resource` is its own address, so the comparison that Quill makes here [rfc9728-3.3] holds. It names `https://auth.example` as its authorization server, which is true as well. A server need not lie to be hostile.',
    },
    {
      at: 'open-browser',
      text: 'Quill asks for access, and leaves out the resource indicator: for which server it is. It should say so here and in the token request: a client must name the MCP server that it intends to use the token with [mcp-2025-06-18-authorization-resource-parameter-implementation]. This is the first of three links, and it is missing.',
    },
    {
      at: 'consent-page',
      text: 'Look at what Sam is asked. Auth was told of no server, so its page names the one it usually works for, `https://notes.example/mcp`. Sam came from Mallory’s tools, reads the name of something familiar, and agrees. No word on this page is about Mallory.',
    },
    {
      at: 'token-response',
      without: ['client/resource-sent'],
      text: 'Open `access_token`. Where no server is named, this careless Auth makes the token good for every server it knows, whatever its page said: `aud` is a list with two names. The audience should be what the client asked for [rfc9068-3]. That is the second link, and even the newest MCP leaves it to Auth.',
    },
    {
      at: 'mcp-request',
      nth: 2,
      text: 'Quill does what every client does: it shows the token to the server it talks to. From here on Mallory holds it. `Bearer` means that nothing more is needed than to have it. He answers politely, and Quill notices nothing.',
    },
    {
      at: 'mcp-request',
      nth: 6,
      in: ['2025-06-18', '2025-11-25'],
      text: 'A second later the same token comes to `notes.example`, from Mallory’s own client. Compare the `Authorization` header with the one that Quill sent: not a character differs.',
    },
    {
      at: 'mcp-request',
      nth: 4,
      in: ['2026-07-28'],
      text: 'A second later the same token comes to `notes.example`, from Mallory’s own client. Compare the `Authorization` header with the one that Quill sent: not a character differs.',
    },
    {
      at: 'jwks',
      nth: 2,
      without: ['rs/audience-is-me'],
      text: 'Notes fetches Auth’s keys and does look at the token: signature, issuer, expiry. All three are right. One comparison is not made: whether Notes is one of those that the token was issued for. A server must reject a token that is not for it [mcp-2025-06-18-authorization-access-token-privilege-restriction]; this is the third link.',
    },
    {
      at: 'mcp-response',
      nth: 8,
      in: ['2025-06-18', '2025-11-25'],
      text: 'The note is out: *under the third flower pot*. To Notes this was Sam’s client with Sam’s token. Its log will say so, too: the account is Sam’s, the client is Quill. RFC 9728 describes this very case, one resource server that uses at another what a client has shown it [rfc9728-7.4].',
    },
    {
      at: 'mcp-response',
      nth: 4,
      in: ['2026-07-28'],
      text: 'The note is out: *under the third flower pot*. To Notes this was Sam’s client with Sam’s token. Its log will say so, too: the account is Sam’s, the client is Quill. RFC 9728 describes this very case, one resource server that uses at another what a client has shown it [rfc9728-7.4].',
    },
  ],
  phases: {
    discovery: 'Somebody asks a server, and learns who guards it.',
    registration: 'Quill gets a name at Auth.',
    authorization: 'Sam is asked, and not about the server they came from.',
    tokenExchange: 'Auth decides for whom the token is good.',
    toolCall: 'The token is shown: first to Mallory, then by Mallory.',
  },
  question: {
    asks: 'Mallory holds the token that Quill has shown him, and turns to Notes. What would have kept him out?',
    choices: [
      {
        says: 'Notes compares the audience in the token with its own name. That alone is enough.',
        because:
          'Not with this token: Quill named no server, and Auth wrote down all of them. Notes would look for its name and find it. A comparison is worth as much as what it compares.',
      },
      {
        says: 'Quill names the server, Auth writes that name into the token, Notes compares. All three.',
        right: true,
        because:
          'Then the token that Mallory collects says `https://tools.mallory.example/mcp`, and it opens nothing but his own door. Take away any one of the three, and he is in again.',
      },
      {
        says: 'Notes verifies the signature with Auth’s published key.',
        because:
          'Notes does, and it holds. The token is genuine. It is just in the wrong hands, and a signature cannot tell hands apart.',
      },
      {
        says: 'Auth makes tokens that live for one minute.',
        because:
          'Mallory needs a second. And with every request of Quill’s he is shown the next token as well. A short life makes a theft smaller, not impossible.',
      },
    ],
  },
  refs: [
    'mcp-2025-06-18-authorization-access-token-privilege-restriction',
    'mcp-2025-11-25-authorization-access-token-privilege-restriction',
    'mcp-2026-07-28-security-considerations-access-token-privilege-restriction',
    'mcp-2025-06-18-authorization-resource-parameter-implementation',
    'mcp-2025-11-25-authorization-resource-parameter-implementation',
    'mcp-2026-07-28-authorization-resource-parameter-implementation',
    'mcp-2025-06-18-authorization-token-audience-binding-and-validation',
    'rfc9728-7.4',
    'rfc8707-2.2',
    'rfc8707-3',
    'rfc9068-3',
    'rfc9068-4',
    'rfc9728-3.3',
    'oauth21-13-7.1.4',
  ],
} as const satisfies Attack
