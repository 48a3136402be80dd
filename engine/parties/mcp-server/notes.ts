import * as z from 'zod/mini'
import type { Json } from '../../wire/message.ts'

/** The texts of an owner’s notes, by name. */
export type NoteTexts = Map<string, string>

/** What reading a note brought: its text, or one sentence on why there is none. */
export type Reading = { readonly text: string } | { readonly problem: string }

/** An owner’s notes, wherever they are kept. */
export interface Notes {
  names(): Promise<readonly string[]>
  read(name: string): Promise<Reading>
  /** Answers what went wrong, if anything did. */
  write(name: string, text: string): Promise<string | undefined>
}

/** Said of a note that nobody has. */
export const NO_SUCH_NOTE = 'There is no such note.'

/** Notes that the server keeps itself. */
export const keptNotes = (texts: NoteTexts): Notes => ({
  names: () => Promise.resolve([...texts.keys()]),
  read: (name) => {
    const text = texts.get(name)
    return Promise.resolve(text === undefined ? { problem: NO_SUCH_NOTE } : { text })
  },
  write: (name, text) => {
    texts.set(name, text)
    return Promise.resolve(undefined)
  },
})

/** What each account keeps at the notes server when a run begins. */
export const freshNotes = (): Map<string, NoteTexts> =>
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
  run(notes: Notes, args: unknown): Promise<ToolAnswer | undefined>
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
    run: async (notes, args) => {
      const read = z.object({ name }).safeParse(args)
      if (!read.success) return undefined
      const note = await notes.read(read.data.name)
      return 'problem' in note ? { text: note.problem, isError: true } : note
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
    run: async (notes, args) => {
      const read = z.object({ name, text }).safeParse(args)
      if (!read.success) return undefined
      const problem = await notes.write(read.data.name, read.data.text)
      return problem === undefined ? { text: 'Written.' } : { text: problem, isError: true }
    },
  },
]

/** The scopes of the notes server, and what each means to the owner. */
export const noteScopes = {
  'notes:read': 'read your notes',
  'notes:write': 'change your notes',
} as const
