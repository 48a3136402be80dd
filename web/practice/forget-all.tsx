import { useState } from 'react'
import { forgetProgress, markDone, progressNow, type Progress } from '../progress/progress.ts'
import { useProgress } from '../progress/use-progress.ts'
import { nothingDone, type LearnerProgress } from '../workshop/progress.ts'
import { forgetKept } from './kept.ts'
import { learnerIn } from './learner.ts'
import { forgetOpened, pageOpened, useOpenedPages } from './opened-pages.ts'
import styles from './you.module.css'

interface Before {
  readonly learner: LearnerProgress
  readonly stories: Progress
  readonly pages: ReadonlySet<string>
}

const bringBack = ({ learner, stories, pages }: Before) => {
  learnerIn().take({ ...nothingDone(), ...learner })
  for (const [id, marks] of Object.entries(stories)) for (const mark of marks) markDone(id, mark)
  for (const page of pages) pageOpened(page)
}

/** Forgets all that was done outside of workshops: exercises, stories that were read, pages that were opened. It comes back when that was a slip. */
export const ForgetAll = ({ progress }: { readonly progress: LearnerProgress }) => {
  const [before, setBefore] = useState<Before>()
  const stories = Object.keys(useProgress()).length
  const pages = useOpenedPages().size
  const { attempts, name, team } = progress
  const isEmpty = attempts.length + stories + pages === 0 && name === '' && team === ''
  return (
    <div className={styles['reset']}>
      {before && isEmpty ? (
        <p aria-live="polite">
          All is forgotten.{' '}
          <button
            type="button"
            onClick={() => {
              bringBack(before)
              setBefore(undefined)
            }}
          >
            Undo: bring it all back
          </button>
        </p>
      ) : (
        <button
          type="button"
          aria-disabled={isEmpty}
          onClick={() => {
            if (isEmpty) return
            setBefore({ learner: progress, stories: progressNow(), pages: forgetOpened() })
            learnerIn().forget()
            forgetKept('')
            forgetProgress()
          }}
        >
          Forget all I did
        </button>
      )}
    </div>
  )
}
