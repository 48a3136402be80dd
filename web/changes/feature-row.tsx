import type { FeatureChange } from '../../engine/compare.ts'
import { Clause } from '../text/clause.tsx'
import { RichText } from '../text/rich-text.tsx'
import styles from './row.module.css'

/** Something that only one of the two says, its clause, and what of it is seen below. */
export const FeatureRow = ({ row: { says, ref, seenIn } }: { readonly row: FeatureChange }) => (
  <>
    <p>
      <RichText text={says} />
    </p>
    <p className={styles['aside']}>
      <Clause id={ref} />
      {seenIn.length > 0 && <>; seen in </>}
      {seenIn.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <code>{name}</code>
        </span>
      ))}
    </p>
  </>
)
