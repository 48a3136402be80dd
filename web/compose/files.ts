import { exerciseNamed } from '../../scenarios/exercise-shelf.ts'
import { ctfdChallenges } from '../workshop/ctfd.ts'
import { exercisesOf } from '../workshop/known.ts'
import type { Workshop } from '../workshop/workshop.ts'

/** A workshop as a file, or why there is none. */
export type FileMade = { readonly file: Blob } | { readonly problem: string }

/** The exercises of a workshop as CTFd imports them; each is found by the workshop’s own link, which has the key of the flags. */
export const ctfdFile = async (workshop: Workshop, address: string): Promise<FileMade> => {
  const { flagKey, stations, title } = workshop
  if (flagKey === undefined)
    return { problem: 'CTFd asks for flags: turn them on first, with a key of yours.' }
  const shelved = exercisesOf(stations).flatMap((id) => exerciseNamed(id) ?? [])
  if (shelved.length === 0) return { problem: 'There is no exercise in the workshop.' }
  const exercises = await Promise.all(shelved.map((one) => one.load()))
  const text = await ctfdChallenges(exercises, {
    addressOf: () => address,
    category: title || 'Handshake Lab',
    flagKey,
    visible: false,
    points: [100, 200, 300],
    hintCosts: [10, 25, 50],
  })
  return { file: new Blob([text], { type: 'text/csv' }) }
}

/** A workshop as a package of SCORM 1.2, with the whole lab in it. */
export const scormFile = async (workshop: Workshop, link: string): Promise<FileMade> => {
  if (location.protocol === 'file:')
    return {
      problem:
        'A page that was opened from a disk may not read the file that it came from, so the package cannot be made here. Open the lab over http and compose it there with the same link: `npm start` in the lab’s folder does that, or any web server.',
    }
  const labHtml = await textAt('./handshake-lab.html')
  if (labHtml === undefined)
    return {
      problem:
        'The server that this page came from does not give handshake-lab.html, the lab in one file, which has to go into the package. `npm run build` writes it beside index.html.',
    }
  const licenses = await textAt('./licenses.md')
  const { scormPackage } = await import('../workshop/scorm-package.ts')
  const zip = scormPackage({
    course: { id: idOf(workshop), title: workshop.title || 'Handshake Lab', link },
    labHtml,
    ...(licenses !== undefined && { licenses }),
  })
  return { file: new Blob([zip.slice()], { type: 'application/zip' }) }
}

/** What a workshop’s files are called. */
export const idOf = ({ course, seed }: Workshop): string =>
  [
    course ?? 'workshop',
    ...(seed === undefined ? [] : [seed.toLowerCase().replace(/[^a-z0-9]+/g, '-')]),
  ]
    .join('-')
    .replace(/-+$/, '')

const textAt = async (address: string): Promise<string | undefined> => {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
