import { useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { goUnderWay, underWayNow, useUnderWay } from '../practice/under-way.ts'
import { isTheWord, type Answers } from '../workshop/answers.ts'
import { exercisesOf } from '../workshop/known.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { clockOf } from './times.tsx'
import forms from './form.module.css'
import styles from './course.module.css'

/** What the trainer allows, and the way out. */
export const Rules = ({ workshop }: { readonly workshop: Workshop }) => {
  const { hints, answers, stations } = workshop
  const [, navigate] = useLocation()
  const underWay = useUnderWay()
  const said = underWay?.wordSaid === true
  const hasExercises = exercisesOf(stations).length > 0
  return (
    <section className={styles['part']} aria-label="What holds here">
      <h2>What holds here</h2>
      {hasExercises ? (
        <p>
          {hints
            ? 'Each exercise has three hints, from vague to plain.'
            : 'There are no hints in this workshop.'}{' '}
          {solutionsIn(answers, said)}
        </p>
      ) : (
        <p>There is no exercise here, so there is nothing to solve and nothing to hand in.</p>
      )}
      {hasExercises && answers.kind === 'word' && !said && <Word answers={answers} />}
      {underWay && (
        <>
          <p>
            These rules hold in every tab of this browser until you leave. What you have done is
            kept then, and this link brings it back.
          </p>
          <button
            type="button"
            className={styles['plain']}
            onClick={() => {
              goUnderWay(undefined)
              navigate('/practice')
            }}
          >
            Leave the workshop
          </button>
        </>
      )}
    </section>
  )
}

const solutionsIn = (answers: Answers, said: boolean): string => {
  if (answers.kind === 'shown') return 'Solutions can be looked at.'
  if (answers.kind === 'word')
    return said
      ? 'The trainer’s word was said: solutions can be looked at.'
      : 'Solutions are hidden until the trainer’s word is said. They are hidden from the eye only.'
  return `Solutions can be looked at from ${clockOf(answers.at)} on. Until then they are hidden from the eye only.`
}

const Word = ({ answers }: { readonly answers: Extract<Answers, { kind: 'word' }> }) => {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const say = async (event: SubmitEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return setProblem('There is no word: the field is empty.')
    try {
      if (!(await isTheWord(typed, answers)))
        return setProblem('That is not the word. Capitals and spaces around it do not matter.')
    } catch {
      return setProblem('This page has no cryptography, so no word can be compared.')
    }
    const now = underWayNow()
    if (now) goUnderWay({ ...now, wordSaid: true })
  }
  return (
    <form className={forms['form']} onSubmit={(event) => void say(event)}>
      <label className={forms['field']}>
        The trainer’s word
        <input
          type="text"
          autoComplete="off"
          value={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby="word-trouble"
          onChange={({ currentTarget: { value } }) => {
            setTyped(value)
            setProblem(undefined)
          }}
        />
        <span id="word-trouble" className={forms['trouble']} aria-live="polite">
          {problem}
        </span>
      </label>
      <button type="submit">Show solutions</button>
    </form>
  )
}
