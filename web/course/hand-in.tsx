import { learnerIn, useLearner } from '../practice/learner.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { save } from '../ui/save.ts'
import { progressCode } from '../workshop/progress-code.ts'
import { ABOUT_TRUST, progressFile } from '../workshop/progress-file.ts'
import { QrCode } from '../workshop/qr-code.tsx'
import { visible } from '../workshop/text.ts'
import styles from './course.module.css'

interface HandInProps {
  /** Which store of deeds is meant. */
  readonly workshop: string
  /** The exercises of the workshop, in their order: codes count by it. */
  readonly exercises: readonly string[]
}

/** What a learner did, to take away or to hand in: a code, the same as a picture, a file. */
export const HandIn = ({ workshop, exercises }: HandInProps) => {
  const progress = useLearner(workshop)
  if (exercises.length === 0) return null
  const own = exercises.flatMap((id) => progress.attempts.find((one) => one.exercise === id) ?? [])
  const code = progressCode({ ...progress, attempts: own }, exercises)
  const keep = () => {
    const name = visible(progress.name).replace(/[^\p{L}\p{N}]+/gu, '-') || 'progress'
    const text = progressFile(learnerIn(workshop).now())
    save(new Blob([text], { type: 'application/json' }), `handshake-lab-${name}.json`)
  }
  return (
    <section className={styles['part']} aria-label="Hand it in">
      <h2>Hand it in</h2>
      <p>
        The code holds your name, your team and what you did with the exercises. Give the trainer
        the code or the file, or show the picture.
      </p>
      <div className={styles['hand']}>
        <div>
          <p className={styles['code']}>{code}</p>
          <p className={styles['ways']}>
            <CopyButton text={code}>Copy the code</CopyButton>
            <button type="button" className={styles['plain']} onClick={keep}>
              Save as a file
            </button>
          </p>
        </div>
        <div className={styles['qr']}>
          <QrCode text={code} title="the code of your progress" />
        </div>
      </div>
      <p className={styles['soft']}>{ABOUT_TRUST}</p>
    </section>
  )
}
