import { useProgress } from '../progress/use-progress.ts'
import { solvedIn } from '../workshop/progress.ts'
import { useLearner } from './learner.ts'
import { useOpenedPages } from './opened-pages.ts'
import type { Step, Ticks } from './steps.ts'

/** Which steps are done: a story that was read to its end, an exercise that is solved, a page that was opened. */
export const useTicks = (steps: readonly Step[], workshop?: string): Ticks => {
  const progress = useProgress()
  const solved = new Set(solvedIn(useLearner(workshop)))
  const opened = useOpenedPages()
  return steps.map(({ does, id, path }) => {
    switch (does) {
      case 'read':
        return Object.hasOwn(progress, id) && progress[id]!.includes('seen')
      case 'solve':
        return solved.has(id)
      case 'open':
        return opened.has(pageKey(path))
      case 'pause':
        return false
    }
  })
}

/** What a page is called among those that were opened: `checklist-client`. */
export const pageKey = (path: string): string => path.slice(1).replaceAll('/', '-')
