import { formatPlace } from '../../engine/index.ts'
import { PAGE_SEED, type Side } from './played.ts'

/** Which of the two runs of a scenario. */
export type Which = 'told' | 'careful'

const named = (id: string, which: Which): string => (which === 'told' ? id : `${id}-careful`)

/** Where a build puts what it writes of a scenario, from its root. */
export const placeOf = {
  page: (id: string) => `scenarios/${id}.html`,
  oembed: (id: string) => `scenarios/${id}.oembed.json`,
  still: (id: string, theme: 'light' | 'dark', which: Which = 'told') =>
    `stills/${named(id, which)}-${theme}.svg`,
  mermaid: (id: string, which: Which = 'told') => `stills/${named(id, which)}.mmd`,
  index: 'scenarios/index.html',
  cheatSheet: 'scenarios/cheat-sheet.html',
} as const

/** From a page in `scenarios/` to a file of the build. */
export const fromPage = (place: string): string =>
  place.startsWith('scenarios/') ? place.slice('scenarios/'.length) : `../${place}`

/** From a page in `scenarios/` to the same run in the lab, after so many messages. */
export const live = (id: string, place: number, { forget }: Pick<Side, 'forget'> = {}): string => {
  const spot = formatPlace({
    seed: PAGE_SEED,
    place,
    decisions: [],
    ...(forget && { forget }),
  })
  return `../index.html#/lab/${id}?${spot}`
}
