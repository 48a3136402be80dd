import type { CheckId } from '../checks/index.ts'

/**
 * Why no attack of this lab needs a check: one sentence for each of them. Where a check keeps somebody out and no attack shows
 * it, the sentence says so and ends “no attack here shows it yet”.
 */
export const excused: Readonly<Partial<Record<CheckId, string>>> = {
  'client/turned-away-by-401':
    'It keeps a failing server apart from one that wants a token; a client that asks its owner after a 500 troubles only them.',
  'client/challenge-names-metadata':
    'Where a challenge leads is what matters, and `client/resource-matches` looks at that; without a challenge the client merely finds nothing.',
  'client/version-header-in-discovery':
    'It helps a server to answer in the right version; left out, the client gets another answer and harms only itself.',
  'client/resource-metadata-readable':
    'It keeps an error page apart from a document; what a readable document may say is compared by other checks.',
  'client/names-authorization-server':
    'Without an address there is nowhere to go, so a client that forgets this does not get any further.',
  'client/server-metadata-readable':
    'It keeps an error page apart from a document; whose document it is, `client/metadata-issuer-matches` asks.',
  'client/code-flow-supported':
    'A client that asks for a code where none is offered is turned away by the server a moment later.',
  'client/pkce-supported':
    'An attacker’s server promises S256 whenever that helps, so it protects against weak honest servers, and of those no attack here shows it yet.',
  'client/application-type-sent':
    'Left out, an OpenID server takes the client for a web application and refuses its loopback address; only the client suffers.',
  'as/registration-json':
    'What is no JSON cannot be read as a registration; it only decides which error the caller gets.',
  'as/redirect-uris-registered':
    'A client that registers no address can be sent nowhere, for every request is compared with an empty list.',
  'as/redirect-scheme-allowed':
    'It would matter where a code travels over plain http to a host that others can listen to; no attack here shows it yet.',
  'as/redirect-no-fragment':
    'With a fragment the answer does not reach the client as it should, so that whoever registers one harms only themselves.',
  'as/grant-types-supported':
    'It says at registration what the token endpoint would say later: that this grant is not offered.',
  'as/auth-method-supported':
    'It says at registration what the token endpoint would say later: that the client cannot prove itself like this.',
  'as/application-type-known':
    'This server keeps the answer and does nothing with it, so a made-up kind of application changes nothing.',
  'client/registration-readable':
    'Without a client_id that can be read the client cannot go on; it harms nobody else.',
  'client/registration-sufficient':
    'A client that was registered with another address or method is refused at its next step; it loses time and nothing else.',
  'client/scope-from-challenge':
    'A client that asks for more than it needs makes every later theft worth more, which no single run shows: no attack here shows it yet.',
  'client/step-up-union':
    'A client that drops what it had before has to ask its owner again; that is a nuisance and opens nothing.',
  'as/document-url-allowed':
    'Without it a stranger’s client_id makes the server fetch from inside its own network; `ssrf-discovery` tells that story of the client, and for the server no attack here shows it yet.',
  'as/document-readable':
    'It keeps broken and endless documents out; what a readable one may claim is compared by the checks after it.',
  'as/document-client-id-matches':
    'Without it one site could publish a document in the name of another’s client; no attack here shows it yet.',
  'as/document-no-shared-secret':
    'A secret in a public document is known to everybody at once; only a client that publishes its own is harmed.',
  'as/document-redirect-uris':
    'It would matter where a document names an address that others can listen to; no attack here shows it yet.',
  'as/client-known':
    'With an unknown client there is no list of addresses to compare with, so that `as/redirect-uri-exact` has the last word.',
  'as/parameters-once':
    'Two servers that each believe another copy of a parameter could be played off against each other; here one reads all, so no attack here shows it yet.',
  'as/response-type-code':
    'There is nothing but codes that this server could answer with; it only decides which error the caller gets.',
  'as/pkce-s256-only':
    'With `plain` whoever reads the authorization request has the verifier; `code-interception` shows the same loss without PKCE, and with `plain` no attack here shows it yet.',
  'as/resource-known':
    'A token for a resource that does not exist opens nothing; whether one for another resource does, `rs/audience-is-me` decides.',
  'as/scope-known':
    'A scope that does not exist allows nothing, so asking for it brings nobody further.',
  'as/not-framed':
    'A page in somebody’s invisible frame would be clicked unknowingly; the browser party draws nothing, so no attack here shows it yet.',
  'as/see-other-after-post':
    'With a 307 the browser would post the owner’s password on to the client; who that client is would have to be hostile, and no attack here shows it yet.',
  'ua/cookie-prefix-host':
    'It keeps a neighbouring host from planting a session cookie; no attacker here lives next door, so no attack here shows it yet.',
  'ua/cookie-kept':
    'Every browser does it unasked; a browser that took cookies for other hosts would break far more than a sign-in.',
  'as/session-bound':
    'Without it one person’s sign-in could be finished in another’s browser; for the proxy `consent-not-bound` shows that, for this server no attack here shows it yet.',
  'as/form-csrf-token':
    'Without it another site could send the consent form for the owner; the cookie’s SameSite stands before it, and no attack here shows it yet.',
  'as/owner-authenticated':
    'Without it there are no accounts at all, and nothing is left that an attack could be about.',
  'as/consent-given':
    'Without it whoever signs in has agreed to everything; the proxy’s consent has four attacks, and for this server’s own no attack here shows it yet.',
  'client/answer-parameters-once':
    'Of two codes or two names one could be the attacker’s, where two programs read the same answer differently; no attack here shows it yet.',
  'client/code-present':
    'It keeps an error apart from a code; without a code there is nothing to redeem.',
  'as/request-form-encoded':
    'It only decides how a malformed request is answered; what is not form-encoded holds no parameters for this server.',
  'as/token-parameters-once':
    'It would matter where two programs read the same request differently; here one reads it all, so no attack here shows it yet.',
  'as/grant-type-supported':
    'There is no code behind a grant that is not offered; it only decides which error the caller gets.',
  'as/client-identified':
    'Whoever says no name, or an unknown one, is caught by the comparison with the client that the code was issued to.',
  'as/one-authentication':
    'It decides which of two proofs would count; a client that sends two harms nobody but itself.',
  'as/client-authenticated':
    'It is all that tells a confidential client from somebody who knows its name; the attackers here meet public clients, so no attack here shows it yet.',
  'as/auth-method-registered':
    'The secret is right in either place; it keeps clients to what they registered, and opens nothing when forgotten.',
  'as/grant-registered':
    'A client that uses a grant it did not register still needs a code or a refresh token of its own.',
  'as/code-known':
    'Without it any made-up code would bring a token; there is no grant behind such a code, so nobody could say whose token it would be.',
  'as/code-same-client':
    'An attacker who has a public client’s code says that client’s name as well; between confidential clients it would matter, and no attack here shows it yet.',
  'as/code-fresh':
    'It shortens the time in which a stolen code is worth something, and does not end it: the attackers here are quick enough.',
  'as/code-same-redirect-uri':
    'It was OAuth 2.0’s way to notice a code from elsewhere; here PKCE does that, and whoever steals the code knows the address too.',
  'as/token-resource-granted':
    'It would let a client turn a consent for one server into a token for another; no client here is hostile in that way, so no attack here shows it yet.',
  'as/refresh-known':
    'There is no grant behind a refresh token that was never issued; to one that was withdrawn `as/refresh-reuse-revokes-family` gives its meaning.',
  'as/refresh-same-client':
    'A thief of a public client’s refresh token says that client’s name as well; between confidential clients it would matter, and no attack here shows it yet.',
  'as/refresh-fresh':
    'It limits what an old and forgotten copy is worth; the attacker here uses his, and each use starts the time anew.',
  'as/refresh-scope-subset':
    'A thief of a refresh token could widen it beyond what the owner agreed to; no attack here shows it yet.',
  'as/refresh-resource-granted':
    'A thief of a refresh token could point it at another server; no attack here shows it yet.',
  'as/response-no-store':
    'A shared cache between client and server could keep the tokens; there is none in this lab, so no attack here shows it yet.',
  'client/token-response-readable':
    'Without tokens that can be read the client has none; it harms only itself.',
  'client/token-type-bearer':
    'A client that uses another kind of token as if it were a bearer token would show it without its proof; this server issues bearer tokens only.',
  'as/revocation-names-token':
    'It only decides which error the caller gets, for without a token there is nothing to withdraw.',
  'as/revocation-same-client':
    'Whoever holds a stranger’s token could withdraw it, and does them a favour rather than harm.',
  'as/revocation-possible':
    'It says honestly that an access token cannot be taken back; silence would change nothing but what the client believes.',
  'as/refresh-withdrawn':
    'A token that was given back and still works is only of use to somebody who copied it before; no attack here shows it yet.',
  'client/refresh-replaced':
    'A client that keeps the old token sets off the alarm against itself, and loses what it was granted.',
  'rs/challenge-on-401':
    'Without it honest clients do not find the way to a token; nobody gets in.',
  'rs/scope-in-challenge':
    'Without it clients ask for everything the server lists, and every later theft is worth more: no attack here shows it yet.',
  'rs/origin-allowed':
    'It keeps web pages from talking to a server on the owner’s own machine through a rebound name; no attack here shows it yet.',
  'rs/api-key-end-announced': 'It spares the owners of keys a surprise; left out, nothing opens.',
  'rs/one-credential':
    'With both it would be open who is meant; whoever sends both has both, and gains nothing.',
  'rs/api-key-known':
    'Without it any key would do, and nothing is left that an attack could be about.',
  'rs/api-key-not-retired':
    'A key that works on after its end is a key that somebody still has; that keys leak is told by a lesson, and no attack here shows it yet.',
  'rs/bearer-in-header':
    'A server that ignores tokens in addresses does not undo that the client wrote one there: `token-in-url` shows it as a decoy.',
  'rs/token-present':
    'Without it there is no door, and nothing is left that an attack could be about.',
  'rs/token-well-formed':
    'What is no JWT has no signature and no claims that could be believed; the checks after it turn it away.',
  'rs/typ-at-jwt':
    'It keeps an ID token of the same server from passing for an access token; nobody here issues ID tokens, so no attack here shows it yet.',
  'rs/signature-valid':
    'Without it anybody writes their own tokens; `forged-token` shows the finer ways in, where a signature is verified and holds.',
  'rs/issuer-matches':
    'The key that verifies a token already comes from the one issuer; it would matter where issuers share keys, and no attack here shows it yet.',
  'rs/not-expired':
    'It limits how long a stolen token is worth something; the attackers here use theirs within the quarter of an hour.',
  'rs/message-well-formed':
    'It keeps what cannot be read apart from what can; a garbled request asks for nothing.',
  'rs/request-metadata-matches':
    'A gateway that reads only headers could be shown another request than the one carried out; no gateway stands here, so no attack here shows it yet.',
  'rs/protocol-version-supported':
    'It keeps versions apart; a client that speaks another one is misunderstood, and harms only itself.',
  'rs/request-metadata-present':
    'Without it the server would have to guess the version; it lets nobody in.',
  'rs/session-known':
    'A session is no credential here, for every request brings its token; an invented one opens nothing.',
  'rs/session-bound-to-subject':
    'Without it somebody who guesses a session’s id could read what is meant for another user; no attack here shows it yet.',
  'ds/token-valid':
    'Without it the API behind the server has no door; what a valid token of the wrong kind does there, `token-passthrough` shows.',
  'ds/audience-is-me':
    'Where the server passes tokens through, they are meant for the API or are made to be: `token-passthrough` shows it as a decoy.',
  'client/version-header':
    'Left out, the server takes the client for an older one; only the client is misunderstood.',
  'client/request-metadata-sent':
    'Left out, the server does not take the request; only the client suffers.',
  'client/version-spoken':
    'A client that goes on in a version it does not speak misunderstands the server, and harms only itself.',
}
