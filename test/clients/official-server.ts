import {
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  McpServer,
  OAuthError,
  OAuthErrorCode,
  oauthMetadataResponse,
  requireBearerAuth,
  requireScopes,
  type OAuthMetadata,
  type OAuthTokenVerifier,
} from '@modelcontextprotocol/server'
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose'
import * as z from 'zod'
import { NOTE, type Lab } from './lab.ts'

/**
 * The part that the SDK leaves to whoever uses it: says what a token holds. jose looks at the signature, the type, the
 * issuer and whether the claims are there at all; whom the token is for, whether it has expired and what it covers is
 * only reported, and the SDK judges that.
 */
export const joseVerifier = ({ issuer, fetch }: Lab): OAuthTokenVerifier => {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`), { [customFetch]: fetch })
  return {
    verifyAccessToken: async (token) => {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        typ: 'at+jwt',
        requiredClaims: ['aud', 'exp', 'client_id'],
        // No token is too old here.
        clockTolerance: Number.MAX_SAFE_INTEGER,
      }).catch((error: unknown) => {
        if (!(error instanceof errors.JOSEError)) throw error
        throw new OAuthError(OAuthErrorCode.InvalidToken, 'The token is not one of ours')
      })
      const { aud, exp, client_id, scope } = payload
      return {
        token,
        clientId: String(client_id),
        scopes: typeof scope === 'string' ? scope.split(' ') : [],
        ...(exp !== undefined && { expiresAt: exp }),
        ...(typeof aud === 'string' && URL.canParse(aud) && { resource: new URL(aud) }),
      }
    },
  }
}

const notes = () => {
  const server = new McpServer({ name: 'official', version: '1.0.0' })
  const text = (text: string) => ({ content: [{ type: 'text' as const, text }] })
  server.registerTool(
    'read_note',
    { inputSchema: z.object({ name: z.string() }), scopeChallenge: requireScopes('notes:read') },
    ({ name }) => text(name === NOTE.name ? NOTE.text : 'There is no such note.'),
  )
  server.registerTool(
    'write_note',
    {
      inputSchema: z.object({ name: z.string(), text: z.string() }),
      scopeChallenge: requireScopes('notes:read', 'notes:write'),
    },
    () => text('Written.'),
  )
  return server
}

/**
 * The MCP server of @modelcontextprotocol/server 2.x in the place of the lab's, and everything else as in the lab: its
 * bearer check, its metadata, its transport, for every revision that it speaks. Answers as a `fetch`.
 */
export const officialServer = async (
  lab: Lab,
  verifier: OAuthTokenVerifier = joseVerifier(lab),
): Promise<typeof fetch> => {
  const resource = new URL(lab.resource)
  const described = await lab.fetch(`${lab.issuer}/.well-known/oauth-authorization-server`)
  const metadata = {
    oauthMetadata: (await described.json()) as OAuthMetadata,
    resourceServerUrl: resource,
    scopesSupported: ['notes:read', 'notes:write'],
  }
  const gate = requireBearerAuth({
    verifier,
    expectedResource: resource,
    requiredScopes: ['notes:read'],
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource),
  })
  const handler = createMcpHandler(notes)
  return async (input, init) => {
    const request = new Request(input, init)
    const { origin, pathname } = new URL(request.url)
    if (origin === resource.origin) {
      const document = oauthMetadataResponse(request, metadata)
      if (document) return document
      if (pathname === resource.pathname) {
        const auth = await gate(request)
        return auth instanceof Response ? auth : handler.fetch(request, { authInfo: auth })
      }
    }
    return lab.fetch(request)
  }
}
