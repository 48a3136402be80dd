import { useEffect } from 'react'
import { partyName } from '../../engine/index.ts'
import { follow, release } from './lighting.ts'
import { useLit, useLog } from './lit.ts'
import { shortened } from './shortened.ts'
import styles from './value.module.css'

interface LitNoteProps {
  /** How many messages have been told. */
  readonly place: number
  readonly onSelect: (place: number) => void
}

/** At the foot of a pane, while a value is lit: in how many messages it is, in which, and who holds it by now. It takes no room. */
export const LitNote = ({ place, onSelect }: LitNoteProps) => {
  const lit = useLit((now) => now)
  useFollowing()
  if (!lit) return <output className={styles['note']} />
  const marks = [...lit.marks]
  const told = marks.filter(([{ id }, { kin }]) => id <= place && !kin)
  const holders = [...new Set(told.flatMap(([, mark]) => mark.holders))]
  return (
    <output className={styles['note']}>
      <div className={styles['said']} data-pinned={lit.pinned || undefined}>
        <span>
          <code>{shortened(lit.value, 8, 4)}</code> in {marks.length}{' '}
          {marks.length === 1 ? 'message' : 'messages'}
        </span>
        {lit.pinned ? (
          <>
            <span className={styles['where']}>
              {marks.slice(0, MOST).map(([{ id }]) => (
                <button
                  key={id}
                  type="button"
                  aria-label={`message ${id}`}
                  aria-current={id === place ? 'step' : undefined}
                  onClick={() => onSelect(id)}
                >
                  {id}
                </button>
              ))}
              {marks.length > MOST && '…'}
            </span>
            <button type="button" className={styles['let-go']} onClick={() => release()}>
              Stop following
            </button>
          </>
        ) : (
          <span className={styles['where']}>
            {holders.length > 0 && `held by ${holders.map(partyName).join(', ')}`}
          </span>
        )}
      </div>
    </output>
  )
}

/** More numbers than that would be no help. */
const MOST = 24

/** Keeps what is pinned lit in whatever run is shown; Escape lets go of it. */
const useFollowing = () => {
  const log = useLog()
  useEffect(() => void follow(log), [log])
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') release()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
