import type { RunAtAGlance } from '../../../engine/glance.ts'
import { Row } from './row.tsx'
import styles from './drawing.module.css'

/** How many rows there is room for; older ones move out at the top. */
const ROWS = 8
/** The height of a row, in rem, as in the style sheet. */
const ROW = 2.625
/** The run up to a place, as lifelines and arrows. Everything in it is also said in words beside it. */
export const Drawing = ({ run, place }: { readonly run: RunAtAGlance; readonly place: number }) => {
  const { parts, messages } = run
  const { from, to } = messages[place - 1]!
  const out = Math.max(0, place - ROWS)
  return (
    <div className={styles['drawing']} aria-hidden="true">
      <ol className={styles['heads']}>
        {parts.map(({ id, name, brief }) => (
          <li key={id} data-party={id} data-active={id === from || id === to ? '' : undefined}>
            {name}
            <span className={styles['brief']}>{brief}</span>
          </li>
        ))}
      </ol>
      <div className={styles['window']} data-moved={out > 0 ? '' : undefined}>
        <div className={styles['lifelines']}>
          {parts.map(({ id }) => (
            <span
              key={id}
              data-party={id}
              data-active={id === from || id === to ? '' : undefined}
            />
          ))}
        </div>
        <ol
          className={styles['rows']}
          {...(out > 0 && { style: { transform: `translateY(${-out * ROW}rem)` } })}
        >
          {messages.slice(0, place).map((message) => (
            <Row key={message.id} message={message} run={run} now={message.id === place} />
          ))}
        </ol>
      </div>
    </div>
  )
}
