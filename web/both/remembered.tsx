import { useId } from 'react'
import { checkWithId, partyMaking, partyName, type Matter } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './both.module.css'

interface RememberedProps {
  readonly matters: readonly Matter[]
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** What is remembered in the run on the right. */
export const Remembered = ({ matters, chosen, onChoose }: RememberedProps) => {
  const group = useId()
  if (matters.length === 0) return null
  return (
    <fieldset className={styles['remembered']}>
      <legend>What is remembered on the right</legend>
      {matters.map(({ checks }, index) => (
        <label key={checks.join()} className={styles['choice']}>
          {matters.length > 1 && (
            <input
              type="radio"
              name={group}
              checked={index === chosen}
              onChange={() => onChoose(index)}
            />
          )}
          <span>
            {checks.map((check) => (
              <span key={check} className={styles['one']}>
                {partyName(partyMaking(check))} remembers <code>{check}</code>:{' '}
                <RichText text={checkWithId(check)?.says ?? ''} />
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
