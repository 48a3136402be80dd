import { Link } from 'wouter'
import type { Term } from '../../engine/reference.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { RichText } from '../text/rich-text.tsx'
import { SeenIn } from '../text/seen-in.tsx'
import styles from './entry.module.css'

const named = new Map(glossary.map(({ id, term }) => [id, term]))

/** A part of a message in words: the name that it has there. */
const partName = (field: string): string => field.slice(field.indexOf('.') + 1)

/** One word: what it means, where it is seen, and what to read next. */
export const Entry = ({ term, arrived }: { readonly term: Term; readonly arrived: boolean }) => {
  const { id, term: name, also = [], says, seen, near = [] } = term
  const part = seen.check ?? (seen.field && partName(seen.field))
  return (
    <article
      className={styles['entry']}
      data-arrived={arrived || undefined}
      aria-labelledby={`word-${id}`}
    >
      <h3 id={`word-${id}`} tabIndex={-1} className={styles['name']}>
        <Link href={`/glossary/${id}`}>{name}</Link>
      </h3>
      {also.length > 0 && <p className={styles['also']}>{also.join(', ')}</p>}
      <p className={styles['says']}>
        <RichText text={says} />
      </p>
      <p className={styles['more']}>
        <span className={styles['label']}>Seen in </span>
        <SeenIn sighting={seen} />
        {part !== undefined && (
          <>
            , <code>{part}</code>
          </>
        )}
      </p>
      {near.length > 0 && (
        <p className={styles['more']}>
          <span className={styles['label']}>See also </span>
          {near.map((one, index) => (
            <span key={one}>
              {index > 0 && ', '}
              <Link href={`/glossary/${one}`}>{named.get(one)}</Link>
            </span>
          ))}
        </p>
      )}
    </article>
  )
}
