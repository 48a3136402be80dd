import { useId, useMemo, type ReactNode } from 'react'
import { useMedia } from '../ui/use-media.ts'
import { SharedContext } from './cursor.ts'
import type { DiagramProps } from './diagram-props.ts'
import { FoldContext, useFolding } from './folding.ts'
import { geometryOf } from './geometry.ts'
import { leastWidth } from './lanes.ts'
import { Legend } from './legend.tsx'
import { usePane } from './use-pane.ts'
import { useShare } from './use-share.ts'
import barCss from './bar.module.css'
import css from './diagram.module.css'

/** Below this width, in pixels, the figure says less so that it stays readable. */
const NARROW = 560
/** A page on which the figure shares its height with other panes. */
const LOW = '(max-width: 1260px)'

/** Where everything stands in a figure that fills its container, and what is folded of it. */
export const useFigure = ({ log, parts, place, onSelect }: DiagramProps) => {
  const [window, pane] = usePane()
  const shared = useShare(place, onSelect)
  const width = pane?.width ?? 800
  const folding = useFolding(log, place)
  const { folded } = folding
  const geometry = useMemo(
    () => geometryOf(log, parts, Math.max(width, leastWidth(parts.length)), folded),
    [log, parts, width, folded],
  )
  const narrow = width < NARROW
  const low = useMedia(LOW) || narrow
  const attacked = parts.some(({ id }) => id === 'attacker')
  return { window, pane, shared, folding, geometry, narrow, low, attacked }
}

interface FrameProps extends Pick<DiagramProps, 'log' | 'place'> {
  readonly figure: ReturnType<typeof useFigure>
  readonly heads: ReactNode
  readonly bar: ReactNode
  readonly rail: ReactNode
  /** The figure itself. */
  readonly children: ReactNode
}

/** The room of a figure: heads above it, a bar for what folds and zooms it, its window, the rail beside it, and the key below. */
export const Frame = ({ log, place, figure, heads, bar, rail, children }: FrameProps) => {
  const { window, pane, shared, folding, geometry, narrow, low, attacked } = figure
  const caption = useId()
  return (
    <SharedContext value={shared}>
      <FoldContext value={folding.turn}>
        <figure
          className={css['diagram']}
          data-narrow={narrow || undefined}
          // How far apart the parties stand, their messages say.
          data-waiting={log.length === 0 || undefined}
          aria-labelledby={caption}
        >
          {heads}
          {bar ?? <div className={barCss['bar']} />}
          <div className={css['middle']}>
            <div
              ref={window}
              className={css['window']}
              data-sideways={(pane && geometry.width > pane.width) || undefined}
            >
              {pane && children}
            </div>
            {rail}
          </div>
          <figcaption className={css['caption']} data-empty={low || undefined}>
            <p id={caption} className="visually-hidden">
              Sequence diagram, {place} of {log.length} messages told. The transcript says the same
              in words.
            </p>
            {!low && <Legend folded={false} attacked={attacked} />}
          </figcaption>
        </figure>
      </FoldContext>
    </SharedContext>
  )
}
