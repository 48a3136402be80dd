import { LARGEST_FILE, reopen, tooLarge } from '../../engine/reopen.ts'
import { storyNamed } from '../../scenarios/stories.ts'

/** What came of a file: where the run is that it holds, or what is wrong with it. */
export type FileReading = { readonly hash: string } | { readonly problem: string }

/** Reads a file that somebody let go over the page, or chose. Never throws. */
export const readFile = async (file: File): Promise<FileReading> => {
  if (file.size > LARGEST_FILE) return { problem: tooLarge(file.size) }
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return { problem: 'The browser cannot read it: perhaps it is a folder, or gone.' }
  const read = reopen(new Uint8Array(bytes))
  if ('problem' in read) return read
  const id = read.link.split(/[/?]/)[2] ?? ''
  return storyNamed(id)
    ? { hash: read.link }
    : { problem: `It leads to the scenario “${id.slice(0, 60)}”, which this lab does not have.` }
}
