import { RichText } from '../text/rich-text.tsx'
import { Block, Words } from './block.tsx'
import { Ending, StorySteps } from './story-steps.tsx'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

type Story = Extract<StepGuide, { kind: 'story' }>

/** What to know of a story: what it shows, how it goes, its question with the reason of every choice, and what to say at its end. */
export const StoryGuide = ({ scenario, way }: Story) => (
  <>
    <Words name="What it shows" text={scenario.summary} />
    <StorySteps scenario={scenario} way={way} />
    <Block name={scenario.kind === 'attack' ? 'The bet' : 'The question'}>
      <p>
        <RichText text={scenario.question.asks} />
      </p>
      <ul className={styles['choices']}>
        {scenario.question.choices.map(({ says, right, because }) => (
          <li key={says}>
            <p className={styles['choice']}>
              <span className={styles[right ? 'right' : 'wrong']}>
                {right ? 'Right:' : 'Wrong:'}
              </span>{' '}
              <RichText text={says} />
            </p>
            <p className={styles['soft']}>
              <RichText text={because} />
            </p>
          </li>
        ))}
      </ul>
    </Block>
    {scenario.kind === 'attack' && <Hints hints={scenario.hints} />}
    <Ending scenario={scenario} way={way} />
  </>
)

/** Hints, from vague to plain. */
export const Hints = ({ hints }: { readonly hints: readonly string[] }) => (
  <Block name="Hints">
    <ol className={styles['hints']}>
      {hints.map((hint) => (
        <li key={hint}>
          <RichText text={hint} />
        </li>
      ))}
    </ol>
  </Block>
)
