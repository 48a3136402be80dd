import * as oauth from 'oauth4webapi'
import { metaKeys } from '../../engine/mcp/meta.ts'
import { has } from '../../engine/spec/differences.ts'
import { DOCUMENT_URL, NOTE, REDIRECT_URI, type Lab } from './lab.ts'

const optionsFor = (lab: Lab) => ({
  [oauth.customFetch]: (url: string, init: object) => lab.fetch(url, init),
  // It goes nowhere without https, unless it is told that this is loopback.
  [oauth.allowInsecureRequests]: lab.resource.startsWith('http://127.0.0.1:'),
})

/** Who issues tokens, and where: from the metadata of both servers, or of the one where the revision knows only one. */
const discover = async (lab: Lab): Promise<oauth.AuthorizationServer> => {
  const options = optionsFor(lab)
  const resource = new URL(lab.resource)
  let issuer = new URL(resource.origin)
  if (has(lab.revision, 'resource-metadata')) {
    const found = await oauth.resourceDiscoveryRequest(resource, options)
    const described = await oauth.processResourceDiscoveryResponse(resource, found)
    issuer = new URL(described.authorization_servers![0]!)
  }
  const discovered = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' })
  return oauth.processDiscoveryResponse(issuer, discovered)
}

const register = async (lab: Lab, as: oauth.AuthorizationServer, method: string) => {
  const metadata = {
    redirect_uris: [REDIRECT_URI],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: method,
  }
  const registered = await oauth.dynamicClientRegistrationRequest(as, metadata, optionsFor(lab))
  return oauth.processDynamicClientRegistrationResponse(registered)
}

const clientFor = (lab: Lab, as: oauth.AuthorizationServer, method: string) => {
  const { registration, known } = lab
  if (registration === 'dynamic') return register(lab, as, method)
  return (
    registration === 'metadata-document'
      ? { client_id: DOCUMENT_URL, token_endpoint_auth_method: 'none' }
      : known
  ) as oauth.Client
}

/** How a client proves who it is: as its registration says, and in no other way. */
const proofOf = (client: oauth.Client): oauth.ClientAuth => {
  const secret = String(client['client_secret'])
  switch (client['token_endpoint_auth_method']) {
    case 'client_secret_basic':
      return oauth.ClientSecretBasic(secret)
    case 'client_secret_post':
      return oauth.ClientSecretPost(secret)
    default:
      return oauth.None()
  }
}

const allow = async (
  lab: Lab,
  as: oauth.AuthorizationServer,
  client: oauth.Client,
  named: Record<string, string>,
) => {
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const url = new URL(as.authorization_endpoint!)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: REDIRECT_URI,
    scope: 'notes:read',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...named,
  }).toString()
  const callback = await lab.browse(url, REDIRECT_URI)
  // It demands the issuer's name in the answer where the metadata promises it, and takes no other.
  return { verifier, answer: oauth.validateAuthResponse(as, client, callback, state) }
}

/**
 * The whole handshake by oauth4webapi, which holds every answer to its RFC and throws at the first that strays. `method`: how
 * to authenticate, when it registers; `resource`: what the token is for.
 */
export const authorizedBy = async (
  lab: Lab,
  { method = 'none', resource = lab.resource }: { method?: string; resource?: string } = {},
) => {
  const options = optionsFor(lab)
  const named: Record<string, string> = has(lab.revision, 'resource-indicator') ? { resource } : {}
  const as = await discover(lab)
  const client = await clientFor(lab, as, method)
  const proof = proofOf(client)
  const { verifier, answer } = await allow(lab, as, client, named)

  const asked = { ...options, additionalParameters: named }
  const exchanged = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    proof,
    answer,
    REDIRECT_URI,
    verifier,
    asked,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, exchanged)
  return {
    as,
    client,
    tokens,
    refresh: async (refreshToken: string) =>
      oauth.processRefreshTokenResponse(
        as,
        client,
        await oauth.refreshTokenGrantRequest(as, client, proof, refreshToken, asked),
      ),
    revoke: async (token: string) =>
      oauth.processRevocationResponse(
        await oauth.revocationRequest(as, client, proof, token, options),
      ),
    /** Judges an access token as a resource server that calls itself `audience` would. */
    judge: (accessToken: string, audience: string) =>
      oauth.validateJwtAccessToken(
        as,
        new Request(lab.resource, { headers: { authorization: `Bearer ${accessToken}` } }),
        audience,
        options,
      ),
    /** Reads the note with an access token; throws at a challenge. */
    readNote: (accessToken: string) => readNote(lab, accessToken),
  }
}

/** Reads the note as MCP has it in the lab's revision; the library knows no MCP, so the messages are written here. */
const readNote = async (lab: Lab, accessToken: string): Promise<string> => {
  const post = async (headers: Record<string, string>, message: object) => {
    const response = await oauth.protectedResourceRequest(
      accessToken,
      'POST',
      new URL(lab.resource),
      new Headers({ 'content-type': 'application/json', ...headers }),
      JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
      optionsFor(lab),
    )
    return { headers: response.headers, result: textIn(await response.json()) }
  }
  const call = {
    method: 'tools/call',
    params: { name: 'read_note', arguments: { name: NOTE.name } },
  }
  const version = lab.revision
  const spoken = { 'mcp-protocol-version': version }
  if (has(version, 'stateless')) {
    const _meta = { [metaKeys.protocolVersion]: version, [metaKeys.clientCapabilities]: {} }
    const params = { ...call.params, _meta }
    const headers = { ...spoken, 'mcp-method': call.method, 'mcp-name': call.params.name }
    return (await post(headers, { ...call, params })).result
  }
  const opened = await post({}, { method: 'initialize', params: { protocolVersion: version } })
  const headers = { ...spoken, 'mcp-session-id': opened.headers.get('mcp-session-id')! }
  return (await post(headers, call)).result
}

const textIn = (body: unknown): string =>
  (body as { result: { content?: { text: string }[] } }).result.content?.[0]?.text ?? ''
