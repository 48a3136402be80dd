import { memo } from 'react'
import type { Attack } from '../../engine/index.ts'
import { ledgerOf } from '../../engine/proof.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './proof.module.css'

/** Every check of the lab: which attack needs it, or why none does. */
export const Ledger = memo(({ attacks }: { readonly attacks: readonly Attack[] }) => {
  const ledger = ledgerOf(attacks)
  const needed = ledger.filter(({ stops }) => stops.length > 0).length
  return (
    <details className={styles['ledger']}>
      <summary>
        {ledger.length} checks: {needed} stop an attack of this lab, {ledger.length - needed} have
        another reason
      </summary>
      <dl>
        {ledger.map(({ check, stops, excuse }) => (
          <div key={check} className={styles['check']}>
            <dt>
              <code>{check}</code>
            </dt>
            <dd>
              {stops.map((id, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <a href={`#/lab/${id}`}>{attacks.find((one) => one.id === id)?.title ?? id}</a>
                </span>
              ))}
              {stops.length === 0 && <RichText text={excuse ?? 'Nobody says why.'} />}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
})
Ledger.displayName = 'Ledger'
