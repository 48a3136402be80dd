import type { Part } from '../../engine/index.ts'
import styles from './both.module.css'

/** Who stands over which lifeline, on both sides. */
export const Heads = ({ parts }: { readonly parts: readonly Part[] }) => (
  <div className={styles['heads']} aria-hidden="true">
    {(['Forgotten', 'Remembered'] as const).map((side) => (
      <div key={side}>
        <p className={styles['side']}>{side}</p>
        <div className={styles['names']}>
          {parts.map(({ id, name }, index) => (
            <span
              key={id}
              data-attacker={id === 'attacker' || undefined}
              style={{
                left: `${((index + 0.5) / parts.length) * 100}%`,
                ...(id !== 'attacker' && { color: `var(--party-${id})` }),
              }}
            >
              {name}
            </span>
          ))}
        </div>
      </div>
    ))}
  </div>
)
