import { useId } from 'react'
import type { Attack } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './variants.module.css'

interface VariantsProps {
  readonly scenario: Attack
  /** Undefined: the plain telling. */
  readonly chosen: string | undefined
  readonly onChoose: (variant: string | undefined) => void
}

/** The ways in which an attack can be told, and what is different in the one that is. */
export const Variants = ({
  scenario: { title, variants = {} },
  chosen,
  onChoose,
}: VariantsProps) => {
  const group = useId()
  const tellings = [
    { id: undefined, title },
    ...Object.entries(variants).map(([id, variant]) => ({ id, title: variant.title })),
  ]
  const variant = chosen === undefined ? undefined : variants[chosen]
  return (
    <fieldset className={styles['variants']}>
      <legend>Told as</legend>
      {tellings.map((telling) => (
        <label key={telling.title} className={styles['variant']}>
          <input
            type="radio"
            name={group}
            checked={telling.id === chosen}
            onChange={() => onChoose(telling.id)}
          />
          <span>{telling.title}</span>
        </label>
      ))}
      <p className={styles['says']} aria-live="polite">
        {variant && <RichText text={variant.says} />}
      </p>
    </fieldset>
  )
}
