import type { Random } from './chance/random.ts'
import type { ClientInformation } from './oauth/client-metadata.ts'
import type { VaultEntry } from './parties/vault.ts'
import type { Registration } from './registration.ts'

const DAY = 86_400

/** What was so before the story began: what the client's vault holds, and which clients the authorization server knows. */
export interface Prehistory {
  readonly vault: ReadonlyMap<string, VaultEntry>
  readonly clients: readonly ClientInformation[]
}

/** What a client might have done the day before: registered here, here at a server that forgot it, or elsewhere. */
export type EarlierRegistration = 'held' | 'forgotten-by-server' | 'elsewhere'

/** The authorization server that the MCP server is said to have used before. */
export const FORMER_ISSUER = 'https://old-auth.example'

/**
 * What happened before the story begins. A client that is registered by hand has what it needs in its vault; one that
 * registers itself may have done so on the day before, at another port.
 */
export const prehistoryOf = (given: {
  readonly registration: Registration
  readonly earlier: EarlierRegistration | undefined
  readonly issuer: string
  readonly server: string
  readonly clientName: string
  readonly random: Random
  readonly now: number
}): Prehistory => {
  const { registration: kind, earlier, issuer, server } = given
  const random = given.random.fork('the day before')
  const byHand = kind !== 'dynamic' && kind !== 'metadata-document'
  if (!byHand && earlier === undefined) return { vault: new Map(), clients: [] }
  const method = kind === 'client-secret-basic' || kind === 'client-secret-post'
  const registration: ClientInformation = {
    client_id: random.token(12),
    client_id_issued_at: given.now - DAY,
    client_name: given.clientName,
    redirect_uris: [`http://127.0.0.1:${random.between(49_152, 65_536)}/callback`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: method ? methodOf(kind) : 'none',
    ...(method && { client_secret: random.token(24), client_secret_expires_at: 0 }),
  }
  const givenBy = earlier === 'elsewhere' ? FORMER_ISSUER : issuer
  const entry: VaultEntry = {
    issuer: givenBy,
    server,
    registration,
    registered_by: byHand ? 'hand' : 'itself',
  }
  const known = earlier === undefined || earlier === 'held'
  return { vault: new Map([[givenBy, entry]]), clients: known ? [registration] : [] }
}

const methodOf = (kind: 'client-secret-basic' | 'client-secret-post') =>
  kind === 'client-secret-basic' ? 'client_secret_basic' : 'client_secret_post'
