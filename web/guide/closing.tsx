import type { Closing as Asked } from '../../scenarios/courses.ts'
import { Block, Pair } from './block.tsx'
import styles from './guide.module.css'

/** What to ask at the end, and how. */
export const Closing = ({ questions }: { readonly questions: readonly Asked[] }) => (
  <section className={styles['step']} aria-label="At the end">
    <h2>At the end</h2>
    <Block name="Ask">
      <ol className={styles['hints']}>
        {questions.map(({ asks, answer }) => (
          <li key={asks} className={styles['kept']}>
            <Pair head={asks} text={answer} />
          </li>
        ))}
      </ol>
    </Block>
    <Block name="How">
      <p>
        One minute for each, first in pairs, then one answer aloud. The questions stand on the page
        of the course or workshop as well, after the last step; the answers stand only here.
      </p>
    </Block>
  </section>
)
