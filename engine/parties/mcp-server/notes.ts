import * as z from 'zod/mini'
import type { Json } from '../../wire/message.ts'

/** The owner's notes, by name. */
export type Notes = Map<string, string>

/** What each account keeps at the notes server when a run begins. */
export const freshNotes = (): Map<string, Notes> =>
  new Map([
    [
      'sam',
      new Map([
        ['seed-vault', 'The spare key is under the third flower pot.'],
        ['groceries', 'Oats, plums, coffee.'],
      ]),
    ],
  ])

const name = z.string().check(z.minLength(1), z.maxLength(100))
const text = z.string().check(z.maxLength(10_000))

/** What a tool answers: text for the model, and whether it went wrong. */
export interface ToolAnswer {
  readonly text: string
  readonly isError?: true
}

interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly scope: string
  readonly inputSchema: Json
  /** Undefined when the arguments are not what the tool takes. */
  run(notes: Notes, args: unknown): ToolAnswer | undefined
}

const property = (description: string): Json => ({ type: 'string', description })

/** The tools of the notes server, each with the scope it needs. */
export const tools: readonly Tool[] = [
  {
    name: 'read_note',
    title: 'Read a note',
    description: 'Returns the text of one note.',
    scope: 'notes:read',
    inputSchema: {
      type: 'object',
      properties: { name: property('Which note') },
      required: ['name'],
    },
    run: (notes, args) => {
      const read = z.object({ name }).safeParse(args)
      if (!read.success) return undefined
      const note = notes.get(read.data.name)
      return note === undefined ? { text: 'There is no such note.', isError: true } : { text: note }
    },
  },
  {
    name: 'write_note',
    title: 'Write a note',
    description: 'Writes one note, over the old one if there is one.',
    scope: 'notes:write',
    inputSchema: {
      type: 'object',
      properties: { name: property('Which note'), text: property('What it will say') },
      required: ['name', 'text'],
    },
    run: (notes, args) => {
      const read = z.object({ name, text }).safeParse(args)
      if (!read.success) return undefined
      notes.set(read.data.name, read.data.text)
      return { text: 'Written.' }
    },
  },
]

/** The scopes of the notes server, and what each means to the owner. */
export const noteScopes = {
  'notes:read': 'read your notes',
  'notes:write': 'change your notes',
} as const
