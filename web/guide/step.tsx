import { RevisionContext } from '../text/revision.ts'
import type { Step } from '../practice/steps.ts'
import { Words } from './block.tsx'
import { ChecklistGuide } from './checklist-guide.tsx'
import { ExerciseGuide } from './exercise-guide.tsx'
import { headingOf, kindOf } from './overview.tsx'
import { StoryGuide } from './story-guide.tsx'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

interface StepInGuideProps {
  /** Its place among all steps. */
  readonly at: number
  /** Which of those that there are to do; undefined: a break. */
  readonly number: number | undefined
  readonly step: Step
  /** Undefined while it is worked out. */
  readonly guide: StepGuide | undefined
  readonly seed: string
  /** The stories that were read before it, by their ids. */
  readonly read: readonly string[]
}

/** A step of a course, with all that a facilitator needs for it. */
export const StepInGuide = ({ at, number, step, guide, seed, read }: StepInGuideProps) => (
  <section
    className={styles['step']}
    aria-label={number === undefined ? step.title : `${number}. ${step.title}`}
  >
    <header className={styles['head']}>
      <h2 id={headingOf(at)} tabIndex={-1}>
        {number !== undefined && `${number}. `}
        {step.path === '' ? step.title : <a href={`#${step.path}`}>{step.title}</a>}
      </h2>
      <p>
        {number !== undefined && `${kindOf(step)}, `}
        {step.minutes} minutes
      </p>
    </header>
    {step.say !== '' && <Words name={step.does === 'solve' ? 'To begin' : 'Say'} text={step.say} />}
    {step.does === 'open' && <ChecklistGuide page={step.id} read={read} />}
    {guide ? <Worked guide={guide} seed={seed} /> : <p className={styles['soft']}>Playing …</p>}
  </section>
)

const Worked = ({ guide, seed }: { readonly guide: StepGuide; readonly seed: string }) => {
  if (guide.kind === 'plain') return null
  if (guide.kind === 'failed')
    return <p role="alert">This step could not be worked out: {guide.problem}</p>
  if (guide.kind === 'story')
    return (
      <RevisionContext value={guide.scenario.revision}>
        <StoryGuide {...guide} />
      </RevisionContext>
    )
  const { exercise, scenario } = guide
  return (
    <RevisionContext value={exercise.revision ?? scenario.revision}>
      <ExerciseGuide guided={guide} seed={seed} />
    </RevisionContext>
  )
}
