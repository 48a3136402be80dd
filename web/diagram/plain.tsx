import { useId, useMemo, useRef } from 'react'
import { SharedContext } from './cursor.ts'
import type { DiagramProps } from './diagram-props.ts'
import { geometryOf } from './geometry.ts'
import { LaneHeads } from './lane-heads.tsx'
import { leastWidth } from './lanes.ts'
import { Sheet } from './sheet.tsx'
import { usePane } from './use-pane.ts'
import { useScroll } from './use-scroll.ts'
import { useShare } from './use-share.ts'
import css from './plain.module.css'

/** Below this width, in pixels, the figure says less so that it stays readable. */
const NARROW = 560
/** Nearer to the edge than this, in pixels, a name over its lifeline is cut off. */
const HALF_A_NAME = 20

/** The run as a sequence diagram for a page of somebody else: on no ground of its own, and the wheel stays with that page. */
export const PlainDiagram = ({ log, parts, about, place, onSelect }: DiagramProps) => {
  const [measure, pane] = usePane()
  const shared = useShare(place, onSelect)
  const caption = useId()
  const width = pane?.width ?? 0
  const geometry = useMemo(
    () => geometryOf(log, parts, Math.max(width, leastWidth(parts.length))),
    [log, parts, width],
  )
  const stage = useRef<HTMLDivElement>(null)
  const inView = useScroll({ stage, cursor: shared.cursor, geometry, pane, place })
  // Who stands beyond the right edge of a narrow page is named there.
  const edge = inView.left + width
  const beyond = geometry.lanes
    .filter(({ x }) => width > 0 && x > edge - HALF_A_NAME)
    .flatMap(({ party }) => parts.filter(({ id }) => id === party).map(({ name }) => name))
  return (
    <SharedContext value={shared}>
      <figure
        className={css['diagram']}
        data-narrow={width < NARROW || undefined}
        // How far apart the parties stand, their messages say.
        data-waiting={log.length === 0 || undefined}
        aria-labelledby={caption}
      >
        <figcaption id={caption} className="visually-hidden">
          Sequence diagram, {place} of {log.length} messages told.
        </figcaption>
        <div className={css['heads']} data-more={beyond.length > 0 || undefined}>
          {pane && <LaneHeads lanes={geometry.lanes} parts={parts} x={-inView.left} />}
          {beyond.length > 0 && (
            <button
              type="button"
              className={css['beyond']}
              aria-label={`Move on to ${beyond.join(', ')}`}
              onClick={() => stage.current?.scrollTo({ left: geometry.width })}
            >
              {beyond.length > 1 && '… '}
              {beyond.at(-1)}
              <span aria-hidden="true"> →</span>
            </button>
          )}
        </div>
        <div ref={measure} className={css['window']} data-window>
          <div
            ref={stage}
            className={css['stage']}
            data-above={inView.top > 0 || undefined}
            style={{ ['--moved' as string]: `${inView.left}px` }}
          >
            {pane && <Sheet log={log} geometry={geometry} about={about} inView={inView} />}
          </div>
        </div>
      </figure>
    </SharedContext>
  )
}
