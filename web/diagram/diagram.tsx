import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ReactFlowProvider } from '@xyflow/react'
import type { Part, WireMessage } from '../../engine/index.ts'
import { Controls } from './controls.tsx'
import { createCursor, SharedContext, type Shared } from './cursor.ts'
import { Flow } from './flow.tsx'
import type { PhaseWords } from './furniture.tsx'
import { geometryOf } from './geometry.ts'
import { LaneHeads } from './lane-heads.tsx'
import { Legend } from './legend.tsx'
import { Rail } from './rail.tsx'
import { useMedia } from '../ui/use-media.ts'
import type { Pane } from './view.ts'
import css from './diagram.module.css'

export interface DiagramProps {
  readonly log: readonly WireMessage[]
  /** Who takes part, in the order of the lanes. */
  readonly parts: readonly Part[]
  /** What each phase is about; left out: as the handshake’s machine has it. */
  readonly about?: PhaseWords | undefined
  /** How many messages have been told: 0 to the length of the log. */
  readonly place: number
  readonly onSelect: (place: number) => void
}

/** Below this width, in pixels, the figure says less so that it stays readable. */
const NARROW = 560
/** A page on which the figure shares its height with other panes, and there is little of it. */
const LOW = '(max-width: 1260px) and (max-height: 900px)'

/** The run as a sequence diagram that fills its container. The transcript says the same in words. */
export const Diagram = ({ log, parts, about, place, onSelect }: DiagramProps) => {
  const [window, pane] = usePane()
  const shared = useShare(place, onSelect)
  const width = pane?.width ?? 800
  const geometry = useMemo(() => geometryOf(log, parts, width), [log, parts, width])
  const narrow = width < NARROW
  const low = useMedia(LOW)
  const caption = useId()
  return (
    <SharedContext value={shared}>
      <ReactFlowProvider>
        <figure
          className={css['diagram']}
          data-narrow={narrow || undefined}
          aria-labelledby={caption}
        >
          <LaneHeads lanes={geometry.lanes} parts={parts} />
          <div className={css['middle']}>
            <div ref={window} className={css['window']}>
              {pane && <Flow geometry={geometry} pane={pane} place={place} about={about} />}
            </div>
            {pane && <Rail geometry={geometry} pane={pane} place={place} />}
          </div>
          <figcaption className={css['caption']}>
            <p id={caption} className={css['title']}>
              Sequence diagram, {place} of {log.length} messages told. The transcript says the same
              in words.
            </p>
            <Legend folded={narrow || low} />
            {pane && <Controls geometry={geometry} pane={pane} place={place} />}
          </figcaption>
        </figure>
      </ReactFlowProvider>
    </SharedContext>
  )
}

const usePane = () => {
  const [pane, setPane] = useState<Pane>()
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      setPane((old) => (old?.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [measure, pane] as const
}

const useShare = (place: number, onSelect: (place: number) => void): Shared => {
  const latest = useRef(onSelect)
  useLayoutEffect(() => {
    latest.current = onSelect
  }, [onSelect])
  const [shared] = useState<Shared>(() => ({
    cursor: createCursor(place),
    onSelect: (id) => latest.current(id),
  }))
  return shared
}
