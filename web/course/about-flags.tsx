import { ABOUT_FLAGS } from '../workshop/flags.ts'
import styles from './course.module.css'

/** What flags are worth, as the trainer was told as well. */
export const AboutFlags = () => (
  <section className={styles['part']} aria-label="About the flags">
    <h2>About the flags</h2>
    <p>
      A solved exercise shows its flag above, and on its own page. Trainers are told this about
      them: “{ABOUT_FLAGS}”
    </p>
  </section>
)
