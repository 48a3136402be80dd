import type { Glance, RunAtAGlance } from '../../../engine/glance.ts'
import styles from './row.module.css'

/** Characters of a label that fit between two neighbours: on a phone, and where there is room. */
const ON_A_PHONE = 7
const WITH_ROOM = 13

/** One message: its label over its arrow, from lifeline to lifeline. */
export const Row = ({
  message: { from, to, label, channel },
  run: { parts },
  now,
}: {
  readonly message: Glance
  readonly run: RunAtAGlance
  readonly now: boolean
}) => {
  const [start, end] = [from, to].map((party) => parts.findIndex(({ id }) => id === party))
  const [left, right] = [Math.min(start!, end!), Math.max(start!, end!)]
  const middle = (left + right + 1) / 2
  const toTheEdge = Math.min(middle, parts.length - middle)
  const leans = middle * 2 > parts.length ? 'left' : 'right'
  const leansFor = (fitting: number, room: number) =>
    label.length > fitting * room ? leans : undefined
  return (
    <li
      className={styles['row']}
      data-left={left}
      data-right={right}
      data-way={start! < end! ? 'right' : 'left'}
      data-channel={channel}
      data-leans={leansFor(WITH_ROOM, 2 * toTheEdge)}
      data-leans-on-phones={leansFor(ON_A_PHONE, right - left)}
      data-now={now ? '' : undefined}
    >
      <span className={styles['label']}>{label}</span>
      <span className={styles['arrow']} />
    </li>
  )
}
