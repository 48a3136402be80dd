import type { FieldNote, FieldPlace } from './field-note.ts'
import { apiKeyNotes } from './field-notes-api-key.ts'
import { attackNotes } from './field-notes-attack.ts'
import { authorizationNotes } from './field-notes-authorization.ts'
import { challengeNotes } from './field-notes-challenge.ts'
import { clientAuthenticationNotes } from './field-notes-client-authentication.ts'
import { clientDocumentNotes } from './field-notes-client-document.ts'
import { discoveryNotes } from './field-notes-discovery.ts'
import { headerNotes } from './field-notes-headers.ts'
import { jwtNotes } from './field-notes-jwt.ts'
import { mcpNotes } from './field-notes-mcp.ts'
import { ownerNotes } from './field-notes-owner.ts'
import { proxyNotes } from './field-notes-proxy.ts'
import { registrationNotes } from './field-notes-registration.ts'
import { requestMetadataNotes } from './field-notes-request-metadata.ts'
import { revocationNotes } from './field-notes-revocation.ts'
import { startNotes } from './field-notes-start.ts'
import { vaultNotes } from './field-notes-vault.ts'
import { tokenNotes } from './field-notes-token.ts'
import type { MessageName } from './message.ts'

export type { FieldNote } from './field-note.ts'

/** Every note, by where its field stands. */
export const fieldNotes: ReadonlyMap<string, FieldNote> = new Map(
  [
    startNotes,
    headerNotes,
    challengeNotes,
    discoveryNotes,
    registrationNotes,
    vaultNotes,
    clientDocumentNotes,
    clientAuthenticationNotes,
    authorizationNotes,
    ownerNotes,
    tokenNotes,
    revocationNotes,
    jwtNotes,
    mcpNotes,
    requestMetadataNotes,
    apiKeyNotes,
    proxyNotes,
    attackNotes,
  ].flatMap((notes) => Object.entries(notes)),
)

// Messages whose fields mean the same as those of another one.
const ALIKE: Partial<Record<MessageName, MessageName>> = {
  'open-browser': 'authorization-request',
  'authorization-response': 'callback-request',
  'sign-in-response': 'authorization-request',
  'upstream-redirect': 'authorization-request',
  'upstream-callback': 'callback-request',
  'refresh-request': 'token-request',
  'refresh-response': 'token-response',
  'stdio-request': 'mcp-request',
  'stdio-response': 'mcp-response',
}

/** The note of a field, when there is one: one for its message before one for every message. */
export const noteFor = (
  place: FieldPlace,
  name: string,
  at?: { readonly message: MessageName; readonly path: string },
): FieldNote | undefined => {
  const alike = at && ALIKE[at.message]
  for (const where of placesOf(place, name, at?.path))
    for (const message of [at?.message, alike]) {
      const note = message && fieldNotes.get(`${message} ${where}`)
      if (note) return note
    }
  return placesOf(place, name, at?.path)
    .map((where) => fieldNotes.get(where))
    .find((note) => note !== undefined)
}

// Inside a JSON body the way to a member counts, for its name alone says little: `name` of what? Elsewhere names suffice.
const placesOf = (place: FieldPlace, name: string, path: string | undefined): string[] => {
  if (place === 'header') return [`header.${name.toLowerCase()}`]
  // A line on a pipe holds the very message that a body would.
  const inside = path?.replace(/^local\.message\./, 'json.')
  if (place !== 'json' || inside?.startsWith('json.') !== true) return [`${place}.${name}`]
  const way = inside.replace(/\.\d+(?=\.|$)/g, '.*')
  return [way, way.replace(/[^.]*$/, '*')]
}
