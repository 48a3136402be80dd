import { useId, useState } from 'react'
import type { Question } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './story.module.css'

/** The lesson's question: each answer that is picked gets its reason, and once the right one is found, all do. */
export const QuestionAsked = ({ question: { asks, choices } }: { readonly question: Question }) => {
  const [picked, setPicked] = useState<readonly string[]>([])
  const group = useId()
  const solved = choices.some(({ says, right }) => right && picked.includes(says))
  return (
    <fieldset className={styles['question']}>
      <legend className={styles['asks']}>
        <RichText text={asks} />
      </legend>
      <div className={styles['choices']}>
        {choices.map((choice) => {
          const { says, right = false, because } = choice
          const told = solved || picked.includes(says)
          const id = `${group}${says}`
          return (
            <div key={says} className={styles['choice']}>
              <input
                type="radio"
                id={id}
                name={group}
                checked={picked.at(-1) === says}
                onChange={() =>
                  setPicked((before) => [...before.filter((one) => one !== says), says])
                }
              />
              <label htmlFor={id}>
                <RichText text={says} />
              </label>
              <p className={styles['because']} aria-live="polite">
                {told && (
                  <>
                    <span className={styles['judged']} data-right={right}>
                      <span aria-hidden="true">{right ? '✓' : '✕'}</span> {right ? 'Right.' : 'No.'}
                    </span>{' '}
                    <RichText text={because} />
                  </>
                )}
              </p>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
