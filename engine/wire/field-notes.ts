import type { FieldNote, FieldPlace } from './field-note.ts'
import { authorizationNotes } from './field-notes-authorization.ts'
import { discoveryNotes } from './field-notes-discovery.ts'
import { headerNotes } from './field-notes-headers.ts'
import { jwtNotes } from './field-notes-jwt.ts'
import { mcpNotes } from './field-notes-mcp.ts'
import { ownerNotes } from './field-notes-owner.ts'
import { registrationNotes } from './field-notes-registration.ts'
import { startNotes } from './field-notes-start.ts'
import { tokenNotes } from './field-notes-token.ts'
import type { MessageName } from './message.ts'

export type { FieldNote } from './field-note.ts'

/** Every note, by where its field stands. */
export const fieldNotes: ReadonlyMap<string, FieldNote> = new Map(
  [
    startNotes,
    headerNotes,
    discoveryNotes,
    registrationNotes,
    authorizationNotes,
    ownerNotes,
    tokenNotes,
    jwtNotes,
    mcpNotes,
  ].flatMap((notes) => Object.entries(notes)),
)

// Messages whose fields mean the same as those of another one.
const ALIKE: Partial<Record<MessageName, MessageName>> = {
  'open-browser': 'authorization-request',
  'authorization-response': 'callback-request',
  'refresh-request': 'token-request',
  'refresh-response': 'token-response',
}

/** The note of a field, when there is one: the closest to its message and its path that can be found. */
export const noteFor = (
  place: FieldPlace,
  name: string,
  at?: { readonly message: MessageName; readonly path: string },
): FieldNote | undefined => {
  const path = at?.path.replace(/\.\d+(?=\.|$)/g, '.*') ?? ''
  const alike = at && ALIKE[at.message]
  const messages = [at && `${at.message} `, alike && `${alike} `, '']
  const places = [
    path,
    path.replace(/[^.]*$/, '*'),
    `${place}.${place === 'header' ? name.toLowerCase() : name}`,
  ]
  for (const where of places)
    for (const message of messages) {
      const note = message === undefined ? undefined : fieldNotes.get(message + where)
      if (note) return note
    }
  return undefined
}
