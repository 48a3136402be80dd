import { SignJWT, importJWK, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { TEACHING_KEY_ED25519 } from '../../engine/chance/keys.ts'
import { decodeToken } from '../../engine/oauth/access-token.ts'
import type { Lab } from './driver.ts'
import { edit, honest, messageNamed } from './play.ts'
import type { Asked, Refusals, Spoilt } from './refusals.ts'
import { openMcpServer, SAMS_KEY, withKeys, type Answered, type McpServerAlone } from './rs-lab.ts'

const bearer = messageNamed('token-response')
const TOKEN: string =
  bearer.kind === 'response'
    ? (JSON.parse(bearer.response.body) as { access_token: string }).access_token
    : ''

/** The honest run's own token, signed again by the same key after a change. */
const signedAgain = async (header: object, claims: object): Promise<string> => {
  const honestly = decodeToken(TOKEN)!
  return new SignJWT({ ...honestly.claims, ...claims } as JWTPayload)
    .setProtectedHeader({ ...honestly.header, ...header } as JWTHeaderParameters)
    .sign(await importJWK(TEACHING_KEY_ED25519, 'EdDSA'))
}

const bearing = (token: string | Promise<string>): Spoilt => ({
  decisions: async () => [edit('mcp-request', 'header.Authorization', `Bearer ${await token}`, 2)],
  on: 'mcp-request',
  nth: 2,
  // The client takes it for an expired one, gets another and goes on.
  endsBy: null,
})
const headed = (name: string, value: string, nth = 3): Spoilt => ({
  decisions: () => [edit('mcp-request', `header.${name}`, value, nth)],
  on: 'mcp-request',
  nth,
})
const part = (token: string, index: number) => token.split('.')[index]!

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

/** A request to an MCP server of the newest revision that takes API keys until its clock begins. */
const alone =
  (ask: (server: McpServerAlone) => Promise<Answered>): Asked =>
  async ({ forget, clock }) => {
    const settings = withKeys({ apiKeysUntil: clock.now() })
    return (await ask(openMcpServer({ revision: '2026-07-28', settings, forget }))).broken
  }

/** How each check of the MCP server comes to refuse. */
export const resourceRefusals: Refusals = {
  'rs/origin-allowed': headed('Origin', 'https://evil.example'),
  'rs/bearer-in-header': {
    decisions: () => [edit('mcp-request', 'url', (url) => `${url}?access_token=${TOKEN}`, 3)],
    on: 'mcp-request',
    nth: 3,
  },
  // The client takes this, too, for a token that is worth nothing any more.
  'rs/token-present': { ...headed('Authorization', ''), endsBy: null },
  'rs/token-well-formed': bearing('abc'),
  'rs/typ-at-jwt': bearing(signedAgain({ typ: 'JWT' }, {})),
  'rs/algorithm-listed': bearing(
    `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${part(TOKEN, 1)}.x`,
  ),
  'rs/key-from-issuer': bearing(signedAgain({ kid: 'mine' }, {})),
  'rs/signature-valid': bearing(`${part(TOKEN, 0)}.${part(TOKEN, 1)}.${'A'.repeat(86)}`),
  'rs/issuer-matches': bearing(signedAgain({}, { iss: 'https://evil.example' })),
  'rs/audience-is-me': bearing(signedAgain({}, { aud: 'https://evil.example/mcp' })),
  'rs/not-expired': bearing(signedAgain({}, { exp: honest.log[0]!.at })),
  'rs/message-well-formed': {
    decisions: () => [edit('mcp-request', 'body', '[]', 3)],
    on: 'mcp-request',
    nth: 3,
  },
  'rs/protocol-version-supported': headed('MCP-Protocol-Version', '2099-01-01'),
  'rs/session-known': { ...headed('Mcp-Session-Id', 'nobody'), endsBy: null },
  'rs/session-bound-to-subject': (async (lab: Lab) => {
    const session = await lab.session((await lab.tokens()).access)
    const robin = await signedAgain({}, { sub: 'robin', exp: lab.clock.now() + 900 })
    return (await lab.mcp(robin, LIST, session)).broken
  }) satisfies Asked,
  'rs/one-credential': alone(async (server) =>
    server.call(await server.token(), 'tools/list', {}, { 'X-API-Key': SAMS_KEY }),
  ),
  'rs/api-key-known': alone((server) =>
    server.call(undefined, 'tools/list', {}, { 'X-API-Key': 'nk_of_nobody' }),
  ),
  'rs/api-key-not-retired': alone((server) =>
    server.call(undefined, 'tools/list', {}, { 'X-API-Key': SAMS_KEY }),
  ),
  'rs/request-metadata-matches': alone(async (server) =>
    server.call(await server.token(), 'tools/list', {}, { 'Mcp-Method': 'prompts/list' }),
  ),
  'rs/request-metadata-present': alone(async (server) =>
    server.call(await server.token(), 'tools/list', { _meta: {} }),
  ),
  'rs/scope-per-method': {
    decisions: () => [
      edit('mcp-request', 'body', (body) => body.replace('read_note', 'write_note'), 5),
    ],
    on: 'mcp-request',
    nth: 5,
  },
}
