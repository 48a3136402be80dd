import { use } from 'react'
import { useReactFlow, useStore } from '@xyflow/react'
import { phaseNames } from '../../engine/index.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { FoldContext, type Folding } from './folding.ts'
import { rowFor, type Geometry } from './geometry.ts'
import { Legend } from './legend.tsx'
import { following, scaled, ZOOM, type Pane } from './view.ts'
import css from './bar.module.css'

interface BarProps {
  readonly geometry: Geometry
  readonly pane: Pane
  readonly place: number
  readonly folding: Folding
  /** Whether an attacker takes part; undefined: the key of lines and marks stands below the figure. */
  readonly keyed: { readonly attacked: boolean } | undefined
}

const FACTOR = 1.25

/** Between heads and figure: the phase whose heading went out of view, and what folds and zooms the figure. */
export const Bar = ({ geometry, pane, place, folding, keyed }: BarProps) => {
  const flow = useReactFlow()
  const zoom = useStore(({ transform }) => transform[2])
  const show = (next: number) =>
    void flow.setViewport(following(scaled(flow.getViewport(), next, pane), geometry, pane, place))
  const tool = (name: string, icon: IconName, act: () => void, off = false) => (
    <button type="button" aria-label={name} title={name} aria-disabled={off} onClick={act}>
      <Icon name={icon} />
    </button>
  )
  return (
    <div className={css['bar']}>
      <PhaseHere geometry={geometry} pane={pane} place={place} />
      <div className={css['tools']}>
        {keyed && <Legend folded attacked={keyed.attacked} />}
        {geometry.bands.length > 1 &&
          tool(
            folding.others ? 'Unfold all phases (F)' : 'Fold all phases but this one (F)',
            folding.others ? 'unfold' : 'fold',
            folding.turnOthers,
          )}
        {tool('Zoom out', 'smaller', () => show(zoom / FACTOR), zoom <= ZOOM.least)}
        {tool('Zoom in', 'larger', () => show(zoom * FACTOR), zoom >= ZOOM.most)}
        <button type="button" onClick={() => show(1)}>
          {place === 0 ? 'To the start' : `Back to ${place}`}
        </button>
      </div>
    </div>
  )
}

/** Where, in pixels from the top of the window, a heading is out of view. */
const HEADING_GONE = -30

/**
 * The phase whose heading has gone up out of view, and what folds it. Where the current message is in view, no other phase than
 * its own is named: a name alone, above it, is taken for its phase.
 */
const PhaseHere = ({ geometry, pane, place }: Pick<BarProps, 'geometry' | 'pane' | 'place'>) => {
  const turn = use(FoldContext)
  const { bands } = geometry
  const row = rowFor(geometry, place)
  const at = useStore(({ transform: [, y, zoom] }) => {
    const gone = bands.findLastIndex((band) => band.y * zoom + y < HEADING_GONE)
    const stands = row && row.y * zoom + y
    const seen = stands !== undefined && stands > -row!.height * zoom && stands < pane.height
    const own = bands[gone] && place >= bands[gone].first && place <= bands[gone].last
    return seen && !own ? -1 : gone
  })
  const band = bands[at]
  return band && !band.folded ? (
    <button
      type="button"
      className={css['here']}
      aria-expanded="true"
      title={`Fold ${phaseNames[band.phase]} (f)`}
      onClick={() => turn?.(band.first)}
    >
      <Icon name="more" />
      {phaseNames[band.phase]}
    </button>
  ) : (
    <span />
  )
}
