import type { HandedIn } from '../workshop/learners.ts'

/** More than this no file of a learner has, in bytes. */
const LARGEST = 2_000_000

/** What was pasted, one code a line, each with the number of its line. */
export const linesOf = (pasted: string): readonly HandedIn[] => {
  const text = pasted.trimStart()
  // A file that somebody pasted has lines that are no codes.
  if (text.startsWith('{')) return [{ from: 'what was pasted', text }]
  return pasted
    .split('\n')
    .map((line, at) => ({ from: `line ${at + 1}`, text: line.trim() }))
    .filter((one) => one.text !== '')
}

/** Files as they were handed in; one that cannot be read is told in place of what is in it. */
export const readFiles = async (
  files: readonly File[],
): Promise<{ readonly handedIn: readonly HandedIn[]; readonly problems: readonly string[] }> => {
  const read = await Promise.all(files.map(readOne))
  return {
    handedIn: read.flatMap((one) => ('text' in one ? [one] : [])),
    problems: read.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  }
}

const readOne = async (file: File): Promise<HandedIn | { readonly problem: string }> => {
  if (file.size > LARGEST)
    return {
      problem: `${file.name} has ${(file.size / 1e6).toFixed(1)} MB. No file of a learner has more than 2.`,
    }
  try {
    return { from: file.name, text: await file.text() }
  } catch {
    return { problem: `${file.name} cannot be read: perhaps it is a folder, or gone.` }
  }
}
