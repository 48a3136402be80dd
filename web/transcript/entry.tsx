import { memo } from 'react'
import {
  labelOf,
  overheardWords,
  partyName,
  purposeIn,
  type WireMessage,
} from '../../engine/index.ts'
import { useMark } from '../value/lit.ts'
import { ChecksMade } from './checks-made.tsx'
import css from './entry.module.css'

interface EntryProps {
  readonly message: WireMessage
  readonly later: string | undefined
  readonly current: boolean
  /** Checks found later than this have not been told yet. */
  readonly told: number
  readonly onSelect: (place: number) => void
}

const CHANNELS = {
  front: 'through the browser',
  back: 'directly',
  local: 'not over HTTP',
} as const

/** One message in words, and what its two ends checked. What is still to come keeps its checks to itself. */
export const Entry = memo(({ message, later, current, told, onSelect }: EntryProps) => {
  const { id, from, to, channel, fate } = message
  const mark = useMark(message)
  const findings = message.findings.filter(({ since }) => since <= told)
  return (
    <li
      className={css['entry']}
      data-message={id}
      data-lit={mark && (mark.kin ? 'kin' : 'value')}
      aria-current={current ? 'step' : undefined}
    >
      {later && <p className={css['later']}>{later}</p>}
      <button type="button" className={css['line']} onClick={() => onSelect(id)}>
        <span className={css['number']}>{id}.</span>
        <span>
          {partyName(from)} to {partyName(to)}, {CHANNELS[channel]}:{' '}
          <code className={css['label']}>{labelOf(message)}</code> ({purposeIn(message)})
          {fate && <strong className={css['fate']}>, {fate}</strong>}
          {message.overheard && (
            <strong className={css['fate']}>; {overheardWords(message)}</strong>
          )}
        </span>
      </button>
      {findings.length > 0 && <ChecksMade findings={findings} />}
    </li>
  )
})
