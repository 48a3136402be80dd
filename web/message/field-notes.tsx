import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import { CheckedBy } from './checked-by.tsx'
import type { FieldContext } from './field-context.ts'
import styles from './message.module.css'

/** What is known about a part: what it is, who made it, who checks it, which clause, what breaks without it. */
export const FieldNotes = ({ field, message, place }: FieldContext) => {
  const { note } = field
  return (
    <>
      {note && (
        <dl className={styles['notes']}>
          <dt>What</dt>
          <dd>
            <RichText text={note.what} />
          </dd>
          <dt>Made by</dt>
          <dd>
            <RichText text={note.madeBy} />
          </dd>
          {note.checkedBy.length > 0 && (
            <>
              <dt>Checked by</dt>
              <dd>
                <CheckedBy ids={note.checkedBy} message={message} place={place} />
              </dd>
            </>
          )}
          {note.without !== undefined && (
            <>
              <dt>Without it</dt>
              <dd>
                <RichText text={note.without} />
              </dd>
            </>
          )}
          {note.refs.length > 0 && (
            <>
              <dt>Clause</dt>
              <dd>
                <Clauses ids={note.refs} />
              </dd>
            </>
          )}
        </dl>
      )}
      {!note && field.fields.length === 0 && (
        <p className={styles['unsaid']}>The lab has nothing to say about this part.</p>
      )}
    </>
  )
}
