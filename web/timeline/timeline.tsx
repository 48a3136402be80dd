import { useMemo } from 'react'
import { RUN_BEGINS, lineOf, stretchesOf } from '../../engine/index.ts'
import { timeSince } from '../text/time.ts'
import { Caption } from './caption.tsx'
import { Controls, type ControlsProps } from './controls.tsx'
import { Scrubber } from './scrubber.tsx'
import styles from './timeline.module.css'

/** Moves through the log, and says where one is. */
export const Timeline = (props: ControlsProps) => {
  const { log, place, onSeek } = props
  const stretches = useMemo(() => stretchesOf(log), [log])
  const message = log[place - 1]
  return (
    <section className={styles['timeline']} aria-label="Timeline">
      <p className="visually-hidden" aria-live="polite">
        {message ? `${lineOf(message)}. ${place} of ${log.length}.` : 'Before the first message.'}
      </p>
      <Caption message={message} />
      <Controls {...props} />
      <Scrubber
        length={log.length}
        place={place}
        stretches={stretches}
        value={message ? lineOf(message) : 'before the first message'}
        onSeek={onSeek}
      />
      <p className={styles['where']}>
        {/* Until the run is there, nobody knows of how many messages. */}
        <span key={log.length}>
          {log.length === 0 ? (
            '\u00a0'
          ) : (
            <>
              <b className={styles['place']}>{place}</b> / {log.length}
            </>
          )}
        </span>
        <time>{timeSince(RUN_BEGINS, message?.at ?? RUN_BEGINS)}</time>
      </p>
    </section>
  )
}
