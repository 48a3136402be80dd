import type { Field } from '../../engine/explain.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { LongValue } from '../value/long-value.tsx'
import styles from './field.module.css'

/** Values longer than this are set so that they can be read, and can be copied. */
const LONG = 24

/** A long value of an opened part: all of it, in groups, to be read out and to be copied. */
export const WholeValue = ({ field: { name, value } }: { readonly field: Field }) =>
  value.length <= LONG ? null : (
    <div className={styles['whole']}>
      <LongValue text={value} />
      <CopyButton text={value}>
        Copy<span className="visually-hidden"> {name}</span>
      </CopyButton>
    </div>
  )
