import type { CheckChange } from '../../engine/compare.ts'
import { checkWithId, whoMakes, type Level } from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import type { Links } from './links.ts'
import { MessageLink } from './message-link.tsx'
import styles from './row.module.css'

interface CheckRowProps {
  readonly row: CheckChange
  readonly links: Links
}

/** A check that only one run makes, or one that is bound by another keyword. */
export const CheckRow = ({ row: change, links }: CheckRowProps) => {
  const row = checkWithId(change.check)
  if (!row) return null
  const { madeBefore, madeAfter } = change
  return (
    <>
      <p>
        <RichText text={row.says} />
      </p>
      <p className={styles['aside']}>
        <Keyword change={change} />, by {whoMakes(change.check)},{' '}
        <Clauses ids={row.refs.slice(0, 1)} />; made on{' '}
        <span className={styles['pair']}>
          {madeBefore && (
            <MessageLink side="before" message={madeBefore} links={links} pane="checks" />
          )}
          {madeBefore && madeAfter && '→'}
          {madeAfter && (
            <MessageLink side="after" message={madeAfter} links={links} pane="checks" />
          )}
        </span>
      </p>
    </>
  )
}

const inWords = (level: Level | undefined): string =>
  level === undefined || level === 'none' ? 'no keyword' : level

const Keyword = ({ change: { change, before, after } }: { readonly change: CheckChange }) => {
  if (change === 'changed')
    return (
      <b className={styles['keyword']}>
        {inWords(before)} → {inWords(after)}
      </b>
    )
  const [here, there] = change === 'gone' ? [before, after] : [after, before]
  return (
    <>
      <b className={styles['keyword']}>{inWords(here)}</b>
      {there !== undefined && ' (the other knows it too; nothing in that run calls for it)'}
    </>
  )
}
