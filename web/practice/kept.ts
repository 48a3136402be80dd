import * as z from 'zod/mini'
import { dropText, keepText } from '../progress/storage.ts'

const LONGEST = 50_000
const text = z.optional(z.string().check(z.maxLength(LONGEST)))

const schema = z.object({
  draft: text,
  given: text,
  solution: z.optional(z.boolean()),
  hints: z.optional(z.int().check(z.gte(0), z.lte(3))),
  decisions: text,
  code: text,
})

/** What somebody has done with an exercise and not yet undone, for as long as the tab is open. */
export type Kept = Readonly<z.infer<typeof schema>>

const KEY = 'handshake-lab.practice'

// For as long as the page is open, where storage is out of reach.
const known = new Map<string, Kept>()

/** What was done with an exercise of a workshop; what is there and cannot be read counts as nothing. */
export const keptOf = (workshop: string, exercise: string): Kept => {
  const name = `${KEY}.${workshop}.${exercise}`
  const here = known.get(name)
  if (here) return here
  try {
    const read = z.safeParse(schema, JSON.parse(sessionStorage.getItem(name) ?? '{}'))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** Keeps it. */
export const keep = (workshop: string, exercise: string, kept: Kept): void => {
  const name = `${KEY}.${workshop}.${exercise}`
  known.set(name, kept)
  keepText(name, JSON.stringify(kept), () => sessionStorage)
}

/** Forgets what was done with every exercise of a workshop. */
export const forgetKept = (workshop: string): void => {
  const begins = `${KEY}.${workshop}.`
  for (const name of known.keys()) {
    if (!name.startsWith(begins)) continue
    known.delete(name)
    dropText(name, () => sessionStorage)
  }
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(begins)) dropText(name, () => sessionStorage)
  } catch {
    // Private windows and sandboxed frames have no storage.
  }
}
