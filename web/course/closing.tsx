import type { Closing as Asked } from '../../scenarios/courses.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './course.module.css'

/** What to ask oneself, or each other, after the last step. */
export const Closing = ({ questions }: { readonly questions: readonly Asked[] }) => (
  <section className={styles['part']} aria-label="At the end">
    <h2>At the end</h2>
    <p>Nobody judges these. Say the answers aloud, to somebody or to yourself.</p>
    <ol className={styles['closing']}>
      {questions.map(({ asks }) => (
        <li key={asks}>
          <RichText text={asks} />
        </li>
      ))}
    </ol>
  </section>
)
