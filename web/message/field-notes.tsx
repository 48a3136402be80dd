import { use } from 'react'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import { CheckedBy } from './checked-by.tsx'
import { ChecksHidden } from './checks-hidden.ts'
import type { FieldContext } from './field-context.ts'
import { Seen } from './seen.tsx'
import { useAnswer } from './use-answer.ts'
import styles from './field.module.css'

/** What is known about a part: what it is, who made it, where it was first seen and where else it is, who checks it, what breaks without it. */
export const FieldNotes = ({ field, message, place, onSelect }: FieldContext) => {
  const { note } = field
  const answer = useAnswer(field, message)
  const hidden = use(ChecksHidden)
  if (!note && field.fields.length > 0) return null
  return (
    <dl className={styles['notes']}>
      {note && (
        <>
          <dt>What</dt>
          <dd>
            <RichText text={note.what} />
          </dd>
          <dt>Made by</dt>
          <dd>
            <RichText text={note.madeBy} />
          </dd>
        </>
      )}
      {answer && (
        <>
          <dt>Seen</dt>
          <dd>
            <Seen answer={answer} message={message} onSelect={onSelect} />
          </dd>
          {!hidden && (
            <>
              <dt>Checked by</dt>
              <dd>
                <CheckedBy
                  checks={answer.checks}
                  message={message}
                  place={place}
                  onSelect={onSelect}
                />
              </dd>
            </>
          )}
        </>
      )}
      {note?.without !== undefined && (
        <>
          <dt>Without it</dt>
          <dd>
            <RichText text={note.without} />
          </dd>
        </>
      )}
      {note && note.refs.length > 0 && (
        <>
          <dt>Clause</dt>
          <dd>
            <Clauses ids={note.refs} />
          </dd>
        </>
      )}
    </dl>
  )
}
