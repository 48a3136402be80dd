import { closest, distance } from 'fastest-levenshtein'

/** What may have been meant: an id, and what it is called. */
export interface Named {
  readonly id: string
  readonly title: string
}

/** Of an id this much may be wrong, so that a guess is more likely right than not. */
const WRONG = 1 / 3

const LONGEST = 60

/** The one that somebody may have meant who wrote an id that there is not; `undefined` where none is like it. */
export const nearest = <Of extends Named>(asked: string, among: readonly Of[]): Of | undefined => {
  const wanted = asIds(asked.slice(0, LONGEST))
  if (wanted === '' || among.length === 0) return undefined
  const begun = among.filter(({ id }) => id.startsWith(wanted))
  if (begun.length === 1) return begun[0]
  const ways = among.flatMap((one) => [one.id, asIds(one.title)].map((id) => ({ id, one })))
  const best = closest(
    wanted,
    ways.map(({ id }) => id),
  )
  if (distance(wanted, best) > wanted.length * WRONG) return undefined
  return ways.find(({ id }) => id === best)?.one
}

/** A name as ids are written: small letters, and hyphens for everything else. */
const asIds = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
