import type {
  OAuthClientProvider,
  OAuthDiscoveryState,
  StoredOAuthClientInformation,
  StoredOAuthTokens,
} from '@modelcontextprotocol/client'
import { DOCUMENT_URL, REDIRECT_URI, type Lab } from './lab.ts'

/** What a host keeps for an MCP SDK, and the URL the SDK last wanted opened. */
export interface Kept {
  discovery?: OAuthDiscoveryState
  information?: StoredOAuthClientInformation
  tokens?: StoredOAuthTokens
  verifier?: string
  opened?: URL
  /** Where it waits for the browser; left out: at the address of the tests. */
  redirectUri?: string
  /** Where the client publishes a document about itself, if it does. */
  documentUrl?: string
  /** The way of client authentication to register with; undefined: none. */
  asks?: string
}

/** The `state` of every authorization request: an SDK sends it, comparing it is the host's job. */
export const STATE = 'state-of-the-host'

/** What a host keeps before it first connects: the client that was registered by hand, or the address of its document. */
export const keptBefore = ({ known, issuer, registration }: Lab): Kept => ({
  ...(known && { information: { ...known, issuer } as StoredOAuthClientInformation }),
  ...(registration === 'metadata-document' && { documentUrl: DOCUMENT_URL }),
})

/** A host as both generations of the MCP SDK ask for it: keeps what it is given, and opens no browser by itself. */
export const rememberingProvider = (kept: Kept) =>
  ({
    redirectUrl: kept.redirectUri ?? REDIRECT_URI,
    ...(kept.documentUrl !== undefined && { clientMetadataUrl: kept.documentUrl }),
    clientMetadata: {
      client_name: 'A client from outside',
      redirect_uris: [kept.redirectUri ?? REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: kept.asks ?? 'none',
    },
    state: () => STATE,
    discoveryState: () => kept.discovery,
    saveDiscoveryState: (discovery: OAuthDiscoveryState) => void (kept.discovery = discovery),
    clientInformation: () => kept.information,
    saveClientInformation: (information: StoredOAuthClientInformation) =>
      void (kept.information = information),
    tokens: () => kept.tokens,
    saveTokens: (tokens: StoredOAuthTokens) => void (kept.tokens = tokens),
    redirectToAuthorization: (url: URL) => void (kept.opened = url),
    saveCodeVerifier: (verifier: string) => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier ?? '',
    invalidateCredentials: (what: 'all' | 'client' | 'tokens' | 'verifier' | 'discovery') => {
      if (what === 'all' || what === 'client') delete kept.information
      if (what === 'all' || what === 'tokens') delete kept.tokens
    },
  }) satisfies OAuthClientProvider
