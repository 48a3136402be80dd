import * as oauth from 'oauth4webapi'
import { REDIRECT_URI, type Lab } from './lab.ts'

const allow = async (lab: Lab, as: oauth.AuthorizationServer, client: oauth.Client) => {
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
    resource: lab.resource,
  }).toString()
  const callback = await lab.browse(url, REDIRECT_URI)
  return { verifier, answer: oauth.validateAuthResponse(as, client, callback, state) }
}

/** The whole handshake by oauth4webapi, which holds every answer to its RFC and throws at the first that strays. */
export const authorizedBy = async (lab: Lab) => {
  const options = { [oauth.customFetch]: (url: string, init: object) => lab.fetch(url, init) }
  const resource = new URL(lab.resource)
  const found = await oauth.resourceDiscoveryRequest(resource, options)
  const resourceMetadata = await oauth.processResourceDiscoveryResponse(resource, found)
  const issuer = new URL(resourceMetadata.authorization_servers![0]!)
  const discovered = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' })
  const as = await oauth.processDiscoveryResponse(issuer, discovered)
  const registered = await oauth.dynamicClientRegistrationRequest(
    as,
    {
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'none',
    },
    options,
  )
  const client = await oauth.processDynamicClientRegistrationResponse(registered)
  const { verifier, answer } = await allow(lab, as, client)

  const additionalParameters = { resource: lab.resource }
  const asked = { ...options, additionalParameters }
  const exchanged = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.None(),
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
        await oauth.refreshTokenGrantRequest(as, client, oauth.None(), refreshToken, asked),
      ),
    /** Judges an access token as a resource server that calls itself `audience` would. */
    judge: (accessToken: string, audience: string) =>
      oauth.validateJwtAccessToken(
        as,
        new Request(lab.resource, { headers: { authorization: `Bearer ${accessToken}` } }),
        audience,
        options,
      ),
  }
}
