import { useEffect, useSyncExternalStore } from 'react'
import { learnerIn } from '../practice/learner.ts'
import type { Way } from '../practice/use-way.ts'
import { isWorkshop } from '../practice/under-way.ts'

let begun = false
let troubles: readonly string[] = []
const listeners = new Set<() => void>()

const onProblems = (more: readonly string[]) => {
  const fresh = more.filter((one) => !troubles.includes(one))
  if (fresh.length === 0) return
  troubles = [...troubles, ...fresh]
  for (const listener of listeners) listener()
}

/** Only a page in a frame or in a window that another opened can have an LMS around it. */
const mayHaveLms = () => window.parent !== window || window.opener !== null

/** Reports a workshop to the LMS around the page, once for as long as the page is open; where there is none, nothing. */
export const useLms = (way: Way | undefined): void => {
  const workshop = way && isWorkshop(way.underWay) ? way : undefined
  useEffect(() => {
    if (begun || !workshop || !mayHaveLms()) return
    begun = true
    const { steps, learner } = workshop
    const exercises = [...new Set(steps.flatMap(({ does, id }) => (does === 'solve' ? [id] : [])))]
    const report = async () => {
      const [{ findApi }, { reportToLms }] = await Promise.all([
        import('../workshop/scorm-api.ts'),
        import('../workshop/lms-report.ts'),
      ])
      if (!findApi(window)) return
      const now = () => performance.now()
      reportToLms({ window, exercises, store: learnerIn(learner), now, onProblems })
    }
    report().catch((error: unknown) =>
      onProblems([`The part that talks to the LMS could not be loaded: ${String(error)}.`]),
    )
  }, [workshop])
}

const onChange = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const NONE: readonly string[] = []

/** What went wrong with the LMS. */
export const useLmsTroubles = (): readonly string[] =>
  useSyncExternalStore(
    onChange,
    () => troubles,
    () => NONE,
  )
