import { memo } from 'react'
import { segmentsOf } from '../../engine/index.ts'
import type { Geometry } from './geometry.ts'
import { partyColour } from './party-colour.ts'
import css from './sheet.module.css'

/** The parties’ lifelines, which make way for whatever is written over them. */
export const PlainLifelines = memo(({ geometry }: { readonly geometry: Geometry }) => (
  <svg
    className={css['lifelines']}
    width={geometry.width}
    height={geometry.height}
    aria-hidden="true"
  >
    {geometry.lanes.map(({ party, x }) => {
      // The attacker’s is a double line.
      const beside = party === 'attacker' ? [-1.75, 1.75] : [0]
      const path = beside.flatMap((off) =>
        segmentsOf(geometry, x).map(({ from, to }) => `M${x + off + 0.5} ${from}V${to}`),
      )
      return (
        <path
          key={party}
          d={path.join('')}
          stroke={partyColour(party)}
          opacity={party === 'attacker' ? 0.8 : 0.55}
        />
      )
    })}
  </svg>
))
