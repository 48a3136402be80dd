import { useStore } from '@xyflow/react'
import { cast, type Part } from '../../engine/index.ts'
import type { Lane } from './lanes.ts'
import { partyColour } from './party-colour.ts'
import css from './lane-heads.module.css'

/** Who stands over which lifeline. It goes sideways with the figure, and never up. */
export const LaneHeads = ({ lanes }: { lanes: readonly Lane[] }) => {
  const x = useStore(({ transform }) => transform[0])
  const zoom = useStore(({ transform }) => transform[2])
  return (
    <ul className={css['heads']} data-room={roomOf(lanes)}>
      {placesOf(lanes).map(({ origin, first, last }) => (
        <li
          key={`${origin} ${first.party}`}
          className={css['place']}
          data-shared={first !== last || undefined}
          aria-hidden="true"
          style={{
            left: first.x * zoom + x - (first.room / 2) * zoom,
            width: (last.x - first.x + (first.room + last.room) / 2) * zoom,
          }}
        >
          {origin}
        </li>
      ))}
      {lanes.map(({ party, x: at, room }) => {
        const part = partOf(party)
        return (
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
  return least >= 118 ? 'ample' : least >= 80 ? 'some' : 'little'
}

const partOf = (id: Part['id']): Part => cast.find((part) => part.id === id)!

/** Neighbours that live in one place stand under one bracket. */
const placesOf = (lanes: readonly Lane[]) => {
  const places: { origin: string; first: Lane; last: Lane }[] = []
  for (const lane of lanes) {
    const origin = partOf(lane.party).origin?.replace(/^https:\/\/([^/]+).*/, '$1')
    const previous = places.at(-1)
    const beside = previous?.last === lanes[lanes.indexOf(lane) - 1]
    if (origin === undefined) continue
    if (previous && beside && previous.origin === origin) previous.last = lane
    else places.push({ origin, first: lane, last: lane })
  }
  return places
}
