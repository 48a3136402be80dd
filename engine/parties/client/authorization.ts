import { authorizationRequestDeeds } from '../../checks/authorization-request.ts'
import { discoveryDeeds } from '../../checks/discovery.ts'
import type { Step } from '../../machines/handshake-facts.ts'
import { authorizationUrl } from '../../oauth/authorization-request.ts'
import { challengeOf, createVerifier } from '../../oauth/pkce.ts'
import { deeds } from '../party.ts'
import { known, metadataIn } from './facts.ts'
import { giveUp } from './request.ts'
import { scopeFor } from './scope.ts'
import type { Desk } from './settings.ts'
import { resourceFor } from './tokens.ts'

/** Sends the owner to the authorization server and waits at the callback. @see [OAuth 2.1 draft-13 §4.1.1 - Authorization Request](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1) */
export const authorize =
  (desk: Desk): Step =>
  async (facts) => {
    const { at, callback } = desk
    const metadata = metadataIn(facts)
    const does = (row: { readonly id: string }) => !at.forgotten.has(row.id)
    const verifier = createVerifier(at.random)
    // The client MUST use PKCE, with a verifier made for this request alone.
    const challenge = does(authorizationRequestDeeds.pkce) ? await challengeOf(verifier) : undefined
    // The client SHOULD send a state nobody can guess.
    const state = does(authorizationRequestDeeds.state) ? at.random.token(16) : undefined
    // The client MUST name the MCP server, whether or not the authorization server understands.
    const { resource } = resourceFor(desk, facts)
    const { scope, did } = scopeFor(desk, facts)
    const url = authorizationUrl(metadata.authorization_endpoint, {
      response_type: 'code',
      client_id: known(facts.registration).client_id,
      redirect_uri: known(facts.redirectUri),
      scope,
      state,
      code_challenge: challenge,
      code_challenge_method: challenge && 'S256',
      resource,
    })
    callback.expect({
      state,
      issuer: metadata.issuer,
      issuerNamesItself: metadata['authorization_response_iss_parameter_supported'] === true,
    })
    await desk.openBrowser(url, [
      ...did,
      ...deeds(
        at,
        // Unsafe: a client that shows the page itself sees all that is typed into it (`embedded-webview`).
        [
          authorizationRequestDeeds.browser,
          does(authorizationRequestDeeds.browser)
            ? 'the URL, handed to the system browser'
            : undefined,
        ],
        [
          authorizationRequestDeeds.argument,
          does(authorizationRequestDeeds.argument)
            ? 'the URL, one argument of a program that no shell starts'
            : undefined,
        ],
        [
          discoveryDeeds.schemeList,
          does(discoveryDeeds.schemeList) ? 'https, or http on this machine' : undefined,
        ],
        [authorizationRequestDeeds.pkce, challenge],
        [authorizationRequestDeeds.state, state],
        [authorizationRequestDeeds.resource, resource],
      ),
    ])
    const answer = callback.take()
    if (!answer)
      return giveUp('The browser never came back with an answer that the client could use.')
    if ('error' in answer)
      return giveUp(`The authorization server sent the owner back with an error: ${answer.error}.`)
    const authorizations = (facts.authorizations ?? 0) + 1
    return {
      kind: 'done',
      facts: {
        code: answer.code,
        verifier: challenge ? verifier : '',
        authorizations,
        turnedAway: 0,
        scope,
      },
    }
  }
