import type { FieldNote } from './field-note.ts'
import { noteFor } from './field-notes.ts'
import type { MessageName, WireMessage } from './message.ts'
import { messageParts, type Part } from './parts.ts'

export type { FieldPlace } from './field-note.ts'

/** A part of a message, and what is known about it. */
export interface Field extends Omit<Part, 'parts'> {
  readonly note: FieldNote | undefined
  readonly fields: readonly Field[]
}

/** Takes a message apart into labelled fields; every character belongs to one of them. */
export const fieldsOf = (message: WireMessage): Field[] =>
  messageParts(message).map(noted(message.name))

const noted =
  (message: MessageName) =>
  ({ parts, ...part }: Part): Field => ({
    ...part,
    note: noteFor(part.place, part.name, { message, path: part.path }),
    fields: parts.map(noted(message)),
  })
