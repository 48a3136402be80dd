import { useId, useState } from 'react'
import { anchorOf, labelOf, purposeIn, type WireMessage } from '../../engine/index.ts'
import type { EmbedOptions } from '../element/options.ts'
import { OnOff } from '../ui/fields.tsx'
import { placeIn } from './use-played.ts'
import styles from './opening.module.css'

interface OpeningProps {
  /** What opens there. */
  readonly name: string
  readonly log: readonly WireMessage[] | undefined
  readonly step: EmbedOptions['step']
  readonly onChoose: (step: EmbedOptions['step']) => void
}

/** At which message the embed opens, by its number or by its name. */
export const Opening = ({ name, log, step, onChoose }: OpeningProps) => {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const named = typeof step === 'string'
  const place = log ? placeIn(log, step) : 0
  const message = log?.[place - 1]
  const choose = (to: number, byName: boolean) => {
    const there = log?.[to - 1]
    onChoose(!log || !there ? undefined : byName ? anchorOf(there, log) : to)
  }
  // What is typed stays as it is typed while it is no place of this run.
  const type = (text: string) => {
    const to = Number(text)
    const there = text !== '' && Number.isInteger(to) && to >= 0 && to <= (log?.length ?? 0)
    setTyped(there ? undefined : text)
    if (there) choose(to, named)
  }
  return (
    <div className={styles['opening']}>
      <div className={styles['step']}>
        <label className={styles['name']} htmlFor={id}>
          {name}
        </label>
        <label className={styles['count']}>
          message
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={log?.length ?? 0}
            value={typed ?? place}
            disabled={!log}
            onChange={({ currentTarget }) => type(currentTarget.value)}
            onBlur={() => setTyped(undefined)}
          />
          of {log?.length ?? '…'}
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={log?.length ?? 0}
          value={place}
          disabled={!log}
          aria-valuetext={
            message ? `message ${place}: ${purposeIn(message)}` : 'before the first message'
          }
          onChange={({ currentTarget }) => choose(Number(currentTarget.value), named)}
        />
        <span className={styles['message']}>
          {message ? (
            <>
              <code>{labelOf(message)}</code> {purposeIn(message)}
            </>
          ) : (
            'Nobody has sent anything yet.'
          )}
        </span>
      </div>
      <OnOff
        name="By its name instead of its number"
        note="It stays the right one when a newer lab has more messages."
        on={named}
        onTurn={(on) => choose(place, on)}
      />
    </div>
  )
}
