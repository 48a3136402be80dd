import { RichText } from '../text/rich-text.tsx'
import { Block, Words } from './block.tsx'
import type { StepGuide } from './work-out.ts'
import styles from './guide.module.css'

type Story = Extract<StepGuide, { kind: 'story' }>

/** What to know of a story: what it shows, its question with the reason of every choice, and how it ends. */
export const StoryGuide = ({ scenario, endings }: Story) => (
  <>
    <Words name="What it shows" text={scenario.summary} />
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
    <Block name={endings.length > 1 ? 'Both endings' : 'The ending'}>
      {scenario.kind === 'attack' && (
        <p>
          <RichText text={`${scenario.endings.careless} ${scenario.endings.careful}`} />
        </p>
      )}
      {endings.map(({ name, sentence }) => (
        <p key={name}>
          <em>{name}:</em> <RichText text={sentence} />
        </p>
      ))}
    </Block>
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
