import type { Part } from '../../engine/index.ts'
import { PLACE, type Lane } from './lanes.ts'
import { partyColour } from './party-colour.ts'
import css from './lane-heads.module.css'

export interface LaneHeadsProps {
  readonly lanes: readonly Lane[]
  readonly parts: readonly Part[]
  /** How far the figure is moved sideways, and its scale. */
  readonly x?: number
  readonly zoom?: number
}

/** Who stands over which lifeline. It goes sideways with the figure, and never up. */
export const LaneHeads = ({ lanes, parts, x = 0, zoom = 1 }: LaneHeadsProps) => {
  const places = placesOf(lanes, parts)
  return (
    <ul
      className={css['heads']}
      data-room={roomOf(lanes, parts, zoom)}
      data-wordless={!wordsFit(lanes, parts, zoom) || undefined}
      data-tight={places.some(isTight) || undefined}
    >
      {places.map(({ origin, first, last, start, end }) => (
        <li
          key={`${origin} ${first.party}`}
          className={css['place']}
          data-shared={first !== last || undefined}
          aria-hidden="true"
          style={{ left: start * zoom + x, width: (end - start) * zoom }}
        >
          {origin}
        </li>
      ))}
      {lanes.map(({ party, x: at, room }) => {
        const part = partOf(parts, party)
        return !part ? null : (
          <li
            key={party}
            className={css['head']}
            data-attacker={party === 'attacker' || undefined}
            title={[part.name, part.is, part.origin].filter(Boolean).join(', ')}
            style={{ left: at * zoom + x, width: room * zoom - 4, color: partyColour(party) }}
          >
            <span className={css['name']}>
              <span>{part.name}</span>
            </span>
            <span className={css['is']}>{part.brief}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** One character of a name at its full size, of what it is, and of a single long word of that. */
const NAME = 9.6
const IS = 6.6
const WORD = 5.9
/** What has to be free between two of them. */
const GAP = 9

/** How the heads are set: what each is in one line, or in several, and where names would touch, the names smaller, too. */
const roomOf = (
  lanes: readonly Lane[],
  parts: readonly Part[],
  zoom: number,
): 'ample' | 'some' | 'little' => {
  const fits = fitsIn(lanes, parts, zoom)
  const name = (part: Part) => part.name.length * NAME
  if (!fits(name)) return 'little'
  return fits((part) => Math.max(name(part), part.brief.length * IS)) ? 'ample' : 'some'
}

/** Whether what the parties are can be read at all: its longest words, one under another, do not touch their neighbours. */
const wordsFit = (lanes: readonly Lane[], parts: readonly Part[], zoom: number): boolean =>
  fitsIn(
    lanes,
    parts,
    zoom,
  )(({ brief }) => Math.max(...brief.split(' ').map((word) => word.length)) * WORD)

/** Whether neighbours, each as wide as it is said, stand clear of each other. */
const fitsIn =
  (lanes: readonly Lane[], parts: readonly Part[], zoom: number) =>
  (wide: (part: Part) => number): boolean => {
    const widths = lanes.map(({ party }) => wide(partOf(parts, party) ?? parts[0]!))
    return lanes.every(({ x }, at) => {
      const next = lanes[at + 1]
      return !next || (widths[at]! + widths[at + 1]!) / 2 + GAP <= (next.x - x) * zoom
    })
  }

const partOf = (parts: readonly Part[], id: Part['id']): Part | undefined =>
  parts.find((part) => part.id === id)

/** Whether the name of a place touches its neighbours. */
const isTight = ({ origin, first, last, start, end }: ReturnType<typeof placesOf>[number]) =>
  first === last && origin.length * PLACE > end - start - 4

/** How far a place may reach beyond the last lifeline. */
const OUTSIDE = 52

/** Neighbours that live in one place stand under one bracket. */
const placesOf = (lanes: readonly Lane[], parts: readonly Part[]) => {
  const places: { origin: string; first: Lane; last: Lane }[] = []
  for (const lane of lanes) {
    const origin = partOf(parts, lane.party)?.origin?.replace(/^https:\/\/([^/]+).*/, '$1')
    const previous = places.at(-1)
    const beside = previous?.last === lanes[lanes.indexOf(lane) - 1]
    if (origin === undefined) continue
    if (previous && beside && previous.origin === origin) previous.last = lane
    else places.push({ origin, first: lane, last: lane })
  }
  return places.map(({ origin, first, last }) => {
    const [before, after] = [lanes[lanes.indexOf(first) - 1], lanes[lanes.indexOf(last) + 1]]
    const even = { start: first.x - first.room / 2, end: last.x + last.room / 2 }
    if (first !== last || origin.length * PLACE <= first.room)
      return { origin, first, last, ...even }
    // Where the name does not fit over its lifeline it takes all the room there is, the margin too.
    const start = before ? (before.x + first.x) / 2 : even.start
    const end = after ? (last.x + after.x) / 2 : last.x + OUTSIDE
    return { origin, first, last, start, end }
  })
}
