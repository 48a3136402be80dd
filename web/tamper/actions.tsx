import { useRef, useState } from 'react'
import { durationInWords } from '../../engine/index.ts'
import type { Change, Changing } from './change.ts'
import { Hold } from './hold.tsx'
import styles from './tamper.module.css'

interface ActionsProps extends Changing {
  readonly at: number
  /** What has been done to this message. */
  readonly made: readonly Change[]
}

/** What can be done to a message as a whole: hold it, lose it, have it arrive twice. */
export const Actions = ({ at, made, onMake, onUndo }: ActionsProps) => {
  const [holding, setHolding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const held = made.find((one) => one.kind === 'delay')
  const close = () => {
    setHolding(false)
    opener.current?.focus()
  }
  const toggle = (kind: 'drop' | 'duplicate', name: string) => {
    const done = made.find((one) => one.kind === kind)
    return (
      <button
        type="button"
        className={styles['action']}
        aria-pressed={done !== undefined}
        onClick={() => (done ? onUndo(done) : onMake({ kind, at }))}
      >
        {name}
      </button>
    )
  }
  return (
    <div className={styles['actions']}>
      <fieldset className={styles['buttons']}>
        <legend className="visually-hidden">The message as a whole</legend>
        <button
          ref={opener}
          type="button"
          className={styles['action']}
          aria-expanded={holding}
          onClick={() => setHolding(!holding)}
        >
          {held ? `Held for ${durationInWords(held.seconds)}` : 'Hold'}…
        </button>
        {toggle('drop', 'Drop')}
        {toggle('duplicate', 'Send twice')}
      </fieldset>
      {holding && (
        <Hold
          at={at}
          seconds={held?.seconds}
          onHold={(seconds) => {
            onMake({ kind: 'delay', at, seconds })
            close()
          }}
          onCancel={close}
        />
      )}
    </div>
  )
}
