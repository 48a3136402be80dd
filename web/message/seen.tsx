import { Fragment, useState } from 'react'
import { lineOf, partyName } from '../../engine/index.ts'
import { howWords, type Answer, type Occurrence } from '../../engine/values.ts'
import type { FieldContext } from './field-context.ts'
import styles from './field.module.css'

interface SeenProps extends Pick<FieldContext, 'message' | 'onSelect'> {
  readonly answer: Answer
}

/** More appearances than that are folded. */
const MOST = 8

/** Where in the run a value was first seen, and every other message that carries it: each a way there. */
export const Seen = ({ answer: { first, appearances }, message, onSelect }: SeenProps) => {
  const [all, setAll] = useState(false)
  const others = appearances.filter((one) => one.message !== message && one !== first)
  const shown = all ? others : others.slice(0, MOST)
  return (
    <>
      {first.message === message ? (
        <>
          First in this message, from {partyName(message.from)} to {partyName(message.to)}
        </>
      ) : (
        <>
          First in <MessageLink at={first} onSelect={onSelect} />, from{' '}
          {partyName(first.message.from)} to {partyName(first.message.to)}
        </>
      )}
      {others.length === 0 ? first.message === message && ', and in no other.' : '; also in '}
      {shown.map((one, index) => (
        <Fragment key={one.message.id}>
          {index > 0 && ', '}
          <MessageLink at={one} onSelect={onSelect} />
        </Fragment>
      ))}
      {shown.length < others.length && (
        <>
          {' '}
          <button type="button" className={styles['link']} onClick={() => setAll(true)}>
            and {others.length - shown.length} more
          </button>
        </>
      )}
      {others.length > 0 || first.message !== message ? '.' : null}
    </>
  )
}

const MessageLink = ({
  at: { message, how },
  onSelect,
}: {
  readonly at: Occurrence
  readonly onSelect: (place: number) => void
}) => {
  const words = howWords[how]
  return (
    <>
      <button
        type="button"
        className={styles['link']}
        title={lineOf(message)}
        aria-label={`message ${message.id}`}
        onClick={() => onSelect(message.id)}
      >
        {message.id}
      </button>
      {words !== undefined && <span className={styles['aside']}> {words}</span>}
    </>
  )
}
