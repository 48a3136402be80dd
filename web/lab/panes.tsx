import { useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Separator } from '../ui/separator.tsx'
import { useMedia } from '../ui/use-media.ts'
import { shares, useArrangement, type Share, type Side } from './arrangement.ts'
import { useKeys } from './use-keys.ts'
import styles from './panes.module.css'

interface PanesProps {
  readonly story: ReactNode
  readonly diagram: ReactNode
  /** What is known about the place; the way to fold it stands in it. */
  readonly renderEvidence: (fold: ReactNode) => ReactNode
}

const names = { story: 'Story', evidence: 'Evidence' } as const
const keys = { story: '[', evidence: ']' } as const

/** The diagram, with story and evidence beside it, or below it on a narrower page: each can be made wider, and folded away. */
export const Panes = ({ story, diagram, renderEvidence }: PanesProps) => {
  const { arrangement, fold, give } = useArrangement()
  const over = useMedia('(max-width: 1260px)')
  const stage = useRef<HTMLElement>(null)
  const folding = useRef<Side>(undefined)
  const folded = (side: Side) => arrangement.folded.includes(side)
  const turn = useMemo(
    () => (side: Side) => {
      const focused = document.activeElement
      const inside = focused?.closest(`#pane-${side}`) || focused?.ariaLabel?.includes(side)
      folding.current = inside ? side : undefined
      fold(side)
    },
    [fold],
  )
  // The keyboard's focus does not fall off the page with the pane.
  useLayoutEffect(() => {
    const side = folding.current
    folding.current = undefined
    if (side) stage.current?.querySelector<HTMLElement>(`[data-fold='${side}']`)?.focus()
  })
  useKeys(useMemo(() => ({ '[': () => turn('story'), ']': () => turn('evidence') }), [turn]))

  const valueOf = (share: Share) => arrangement.shares[share] ?? shares[share].usual
  const line = (share: Share, side: 'left' | 'right' | 'top', label: string, of?: Side) => (
    <Separator
      label={label}
      controls={of ? `pane-${of}` : 'pane-diagram'}
      side={side}
      value={valueOf(share)}
      {...{ least: shares[share].least, most: shares[share].most }}
      property={`--${share}`}
      onChange={(value) => give(share, value)}
      onFold={of && (() => turn(of))}
    />
  )
  const button = (side: Side) => (
    <FoldButton side={side} folded={folded(side)} onTurn={() => turn(side)} />
  )
  const style = Object.fromEntries(
    Object.keys(shares).map((share) => [`--${share}`, valueOf(share as Share)]),
  ) as CSSProperties
  const both = folded('story') && folded('evidence')
  return (
    <main
      ref={stage}
      className={styles['stage']}
      style={style}
      data-folded={arrangement.folded.toSorted().join(' ') || undefined}
    >
      <div id="pane-story" className={styles['story']}>
        {folded('story') ? (
          button('story')
        ) : (
          <>
            <div className={styles['bar']}>
              <h2 className={styles['name']}>Story</h2>
              {button('story')}
            </div>
            {story}
          </>
        )}
      </div>
      {!folded('story') && line(over ? 'below' : 'story', 'left', 'Width of the story', 'story')}
      <div id="pane-diagram" className={styles['diagram']}>
        {diagram}
      </div>
      {over
        ? !both && line('upper', 'top', 'Height of the diagram')
        : !folded('evidence') && line('evidence', 'right', 'Width of the evidence', 'evidence')}
      <section id="pane-evidence" className={styles['evidence']} aria-label="Evidence">
        {folded('evidence') ? button('evidence') : renderEvidence(button('evidence'))}
      </section>
    </main>
  )
}

interface FoldButtonProps {
  readonly side: Side
  readonly folded: boolean
  readonly onTurn: () => void
}

/** Folds a pane into a strip, or is that strip. */
const FoldButton = ({ side, folded, onTurn }: FoldButtonProps) => (
  <button
    type="button"
    className={styles[folded ? 'strip' : 'fold']}
    data-fold={side}
    aria-expanded={!folded}
    aria-keyshortcuts={keys[side]}
    aria-label={folded ? `Unfold the ${side}` : `Fold the ${side}`}
    title={`${folded ? 'Unfold' : 'Fold'} the ${side} (${keys[side]})`}
    onClick={onTurn}
  >
    <Icon name={side === 'story' ? 'pane-left' : 'pane-right'} />
    {folded && <span>{names[side]}</span>}
  </button>
)
