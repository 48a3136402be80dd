import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import styles from './guide.module.css'

/** What to ask at the end, and how. */
export const Closing = ({ questions }: { readonly questions: readonly string[] }) => (
  <section className={styles['step']} aria-label="At the end">
    <h2>At the end</h2>
    <Block name="Ask">
      <ol className={styles['hints']}>
        {questions.map((question) => (
          <li key={question} className={styles['kept']}>
            <RichText text={question} />
          </li>
        ))}
      </ol>
    </Block>
    <Block name="How">
      <p>
        One minute for each, first in pairs, then one answer aloud. They stand on the course’s page
        as well, after the last step.
      </p>
    </Block>
  </section>
)
