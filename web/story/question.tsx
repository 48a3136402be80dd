import { useId, useState, type ReactNode } from 'react'
import type { Choice, Question } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './question.module.css'

/** The lesson's question, asked at its end. */
export const QuestionAsked = ({ question }: { readonly question: Question }) => {
  const [picked, setPicked] = useState<readonly string[]>([])
  return <Choices question={question} picked={picked} onPick={setPicked} />
}

interface ChoicesProps {
  readonly question: Question
  /** The answers that were given so far, the latest last. */
  readonly picked: readonly string[]
  /** Whether every answer says its reason, whatever was picked. */
  readonly shown?: boolean
  /** What giving an answer is called. */
  readonly gives?: string
  readonly onPick: (picked: readonly string[]) => void
  /** What else can be done, beside giving an answer. */
  readonly children?: ReactNode
}

/** A question and its answers. One is chosen, and then given: it gets its reason, and once the right one is found, all do. */
export const Choices = (props: ChoicesProps) => {
  const { question, picked, shown = false, gives = 'Answer', onPick, children } = props
  const group = useId()
  const [chosen, choose] = useState<string>()
  const solved = shown || question.choices.some(({ says, right }) => right && picked.includes(says))
  const fresh = chosen !== undefined && !picked.includes(chosen)
  return (
    <form
      className={styles['question']}
      onSubmit={(event) => {
        event.preventDefault()
        if (fresh) onPick([...picked, chosen])
      }}
    >
      <fieldset>
        <legend className={styles['asks']}>
          <RichText text={question.asks} />
        </legend>
        <div className={styles['choices']}>
          {question.choices.map((choice) => (
            <ChoiceView
              key={choice.says}
              choice={choice}
              group={group}
              chosen={(chosen ?? picked.at(-1)) === choice.says}
              told={solved || picked.includes(choice.says)}
              closed={solved}
              onChoose={choose}
            />
          ))}
        </div>
      </fieldset>
      <div className={styles['gives']}>
        {!solved && (
          <button type="submit" aria-disabled={!fresh}>
            {picked.length === 0 ? gives : `${gives} again`}
          </button>
        )}
        {children}
      </div>
    </form>
  )
}

interface ChoiceProps {
  readonly choice: Choice
  readonly group: string
  readonly chosen: boolean
  /** Whether it says if it is right, and why. */
  readonly told: boolean
  /** Whether nothing is asked any more. */
  readonly closed: boolean
  readonly onChoose: (says: string) => void
}

const ChoiceView = ({ choice, group, chosen, told, closed, onChoose }: ChoiceProps) => {
  const { says, right = false, because } = choice
  const id = `${group}${says}`
  return (
    <div className={styles['choice']}>
      <input
        type="radio"
        id={id}
        name={group}
        checked={chosen}
        disabled={closed}
        onChange={() => onChoose(says)}
        // After a click the arrow keys are for messages again, not for the next answer.
        onClick={({ detail, currentTarget }) => detail > 0 && currentTarget.blur()}
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
}
