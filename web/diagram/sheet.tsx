import type { DiagramProps } from './diagram-props.ts'
import { BandHeading, TimeBreak } from './furniture.tsx'
import { BAND_HEIGHT, BREAK_HEIGHT, type Geometry } from './geometry.ts'
import { MessageRow } from './message-row.tsx'
import { PlainLifelines } from './plain-lifelines.tsx'
import type { InView } from './use-scroll.ts'
import css from './sheet.module.css'

interface SheetProps extends Pick<DiagramProps, 'log' | 'about' | 'decided'> {
  readonly geometry: Geometry
  /** The part of it that is seen through its window, in pixels. */
  readonly inView: Pick<InView, 'top' | 'height'>
}

/** How far above and below the window the figure is drawn already, in pixels. */
const AHEAD = 400

/** The figure, as much of it as is near. */
export const Sheet = ({ geometry, log, about, decided, inView: { top, height } }: SheetProps) => {
  const { width, lanes, rows, bands, breaks } = geometry
  const near = (y: number, tall: number) => y + tall > top - AHEAD && y < top + height + AHEAD
  const at = (y: number, tall: number) => ({ top: y, width, height: tall })
  return (
    <div className={css['sheet']} style={{ width, height: geometry.height }}>
      <PlainLifelines geometry={geometry} />
      {bands
        .filter(({ y }) => near(y, BAND_HEIGHT))
        .map((band) => (
          <div key={`band ${band.first}`} className={css['piece']} style={at(band.y, BAND_HEIGHT)}>
            <BandHeading data={{ band, about, messages: log.slice(band.first - 1, band.last) }} />
          </div>
        ))}
      {breaks
        .filter(({ y }) => near(y, BREAK_HEIGHT))
        .map((pause) => (
          <div
            key={`break ${pause.before}`}
            className={css['piece']}
            style={at(pause.y, BREAK_HEIGHT)}
          >
            <TimeBreak data={{ pause, lanes }} />
          </div>
        ))}
      {rows
        .filter(({ y, height: tall }) => near(y, tall))
        .map((row) => (
          <div
            key={`message ${row.message.id}`}
            className={css['piece']}
            data-decided={row.message.id === decided || undefined}
            style={at(row.y, row.height)}
          >
            <MessageRow data={{ row }} />
          </div>
        ))}
    </div>
  )
}
