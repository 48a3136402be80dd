import { useStore } from '@xyflow/react'
import type { Part } from '../../engine/index.ts'
import { PLACE, type Lane } from './lanes.ts'
import { partyColour } from './party-colour.ts'
import css from './lane-heads.module.css'

interface LaneHeadsProps {
  readonly lanes: readonly Lane[]
  readonly parts: readonly Part[]
}

/** Who stands over which lifeline. It goes sideways with the figure, and never up. */
export const LaneHeads = ({ lanes, parts }: LaneHeadsProps) => {
  const x = useStore(({ transform }) => transform[0])
  const zoom = useStore(({ transform }) => transform[2])
  return (
    <ul
      className={css['heads']}
      data-room={roomOf(lanes)}
      data-many={lanes.length > 6 || undefined}
    >
      {placesOf(lanes, parts).map(({ origin, first, last, start, end }) => (
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
            title={[part.name, part.is, part.origin].filter(Boolean).join(', ')}
            style={{ left: at * zoom + x, width: room * zoom - 4, color: partyColour(party) }}
          >
            <span className={css['name']}>{part.name}</span>
            <span className={css['is']}>{part.is}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** How much the heads say: everything, everything in narrow columns, or the names alone. */
const roomOf = (lanes: readonly Lane[]): 'ample' | 'some' | 'little' => {
  const least = Math.min(...lanes.map(({ room }) => room))
  // Few parties say more of themselves.
  return least >= (lanes.length < 4 ? 150 : 118) ? 'ample' : least >= 74 ? 'some' : 'little'
}

const partOf = (parts: readonly Part[], id: Part['id']): Part | undefined =>
  parts.find((part) => part.id === id)

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
