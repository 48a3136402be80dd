import type { ReactNode } from 'react'
import type { Field, FieldPlace } from '../../engine/explain.ts'
import type { WireMessage } from '../../engine/index.ts'
import { useVerdict } from './use-verdict.ts'
import styles from './field.module.css'

const sections: readonly { readonly place: FieldPlace; readonly name: string }[] = [
  { place: 'jwt-header', name: 'Header' },
  { place: 'claim', name: 'Claims' },
  { place: 'signature', name: 'Signature' },
]

const tokenIn = ({ value }: Field): string => value.replace(/^Bearer +/i, '')

interface TokenProps {
  readonly field: Field
  readonly log: readonly WireMessage[]
  /** Shows parts of the token as rows. */
  readonly inner: (fields: readonly Field[]) => ReactNode
}

/** A signed token, split, decoded and verified. */
export const Token = ({ field, log, inner }: TokenProps) => {
  const token = tokenIn(field)
  const verdict = useVerdict(token, log)
  const pieces = token.split('.')
  return (
    <div className={styles['token']}>
      <p className={styles['verdict']} data-valid={verdict?.valid} aria-live="polite">
        {verdict ? (
          <>
            <span aria-hidden="true">{verdict.valid ? '✓' : '✕'}</span>{' '}
            {verdict.valid ? 'The signature holds' : 'The signature does not hold'}: {verdict.alg},
            key {verdict.kid ?? 'not named'}, from {verdict.source}.
          </>
        ) : (
          'Verifying the signature …'
        )}
      </p>
      {sections.map(({ place, name }, index) => (
        <section key={place} className={styles['piece']}>
          <h4>{name}</h4>
          <p className={styles['encoded']}>{pieces[index]}</p>
          {inner(field.fields.filter((one) => one.place === place))}
        </section>
      ))}
    </div>
  )
}
