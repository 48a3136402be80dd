import { excused } from '../../engine/values.ts'
import type { CheckId } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import stoppedBy from './stopped-by.json'
import styles from './field.module.css'

const stopsOf = (check: string) =>
  Object.hasOwn(stoppedBy, check) ? stoppedBy[check as keyof typeof stoppedBy] : []

/** The attacks that a check stops, or why none of the lab needs it. */
export const Stops = ({ check }: { readonly check: string }) => {
  const attacks = stopsOf(check)
  const excuse = excused[check as CheckId]
  if (attacks.length === 0)
    return excuse === undefined ? null : (
      <p className={styles['aside']}>
        <RichText text={excuse} />
      </p>
    )
  return (
    <p className={styles['aside']}>
      It stops{' '}
      {attacks.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={`#/lab/${id}`}>{title}</a>
        </span>
      ))}
    </p>
  )
}
