import { useEffect, useRef, useState } from 'react'
import type { Scenario } from '../../engine/index.ts'
import {
  formatAnswer,
  judge,
  parseAnswer,
  solutionOf,
  type Answer,
  type Exercise,
  type Verdict,
} from '../../engine/exercise/index.ts'
import { keep, keptOf, type Kept } from './kept.ts'
import { learnerIn } from './learner.ts'

/** An exercise in the world of a seed, and the workshop it is done in. */
export interface Doing {
  readonly exercise: Exercise
  readonly scenario: Scenario
  readonly seed: string
  /** The workshop’s seed; empty for whoever practises alone. */
  readonly workshop: string
}

/** One learner at one exercise: what is chosen, what was answered, what came of it. */
export interface Attempting {
  readonly kept: Kept
  /** What is chosen, and not given yet. */
  readonly draft: Answer | undefined
  readonly given: Answer | undefined
  readonly verdict: Verdict | undefined
  readonly judging: boolean
  change(kept: Partial<Kept>): void
  choose(draft: Answer): void
  give(answer: Answer): void
  showSolution(): void
  /** Begins again; gives back what brings it all back. */
  reset(): () => void
}

const read = (exercise: Exercise, text: string | undefined): Answer | undefined => {
  if (text === undefined) return undefined
  const reading = parseAnswer(exercise, text)
  return 'answer' in reading ? reading.answer : undefined
}

const failed = (error: unknown): Verdict => ({
  solved: false,
  sentence: `The lab itself failed: ${error instanceof Error ? error.message : String(error)}`,
  because: 'That says nothing about your answer, and it is still here.',
  runs: [],
})

/** Judges what is answered, and keeps it: for the tab what is on the page, for this browser what was done. */
export const useAttempt = ({ exercise, scenario, seed, workshop }: Doing): Attempting => {
  const [kept, setKept] = useState(() => keptOf(workshop, exercise.id))
  const [verdict, setVerdict] = useState<Verdict>()
  const [judging, setJudging] = useState(false)
  const latest = useRef(0)
  const put = (next: Kept) => {
    keep(workshop, exercise.id, next)
    setKept(next)
  }
  const change = (some: Partial<Kept>) => put({ ...keptOf(workshop, exercise.id), ...some })
  const judged = async (
    answer: Promise<Answer> | Answer,
    then: (how: Verdict, to: Answer) => void,
  ) => {
    latest.current += 1
    const mine = latest.current
    setJudging(true)
    try {
      const to = await answer
      const how = await judge(exercise, scenario, to, seed)
      if (mine === latest.current) then(how, to)
    } catch (error) {
      if (mine === latest.current) setVerdict(failed(error))
    } finally {
      if (mine === latest.current) setJudging(false)
    }
  }
  const again = useRef(() => {
    const answer = read(exercise, kept.given)
    if (answer) void judged(answer, setVerdict)
  })
  // What was answered before the page was loaded anew is judged anew.
  useEffect(() => again.current(), [])
  return {
    kept,
    draft: read(exercise, kept.draft),
    given: read(exercise, kept.given),
    verdict,
    judging,
    change,
    choose: (draft) => change({ draft: formatAnswer(draft) }),
    give: (answer) =>
      void judged(answer, (how) => {
        setVerdict(how)
        change({ given: formatAnswer(answer), solution: false })
        learnerIn(workshop).did(exercise.id, {
          kind: 'answer',
          solved: how.solved,
          at: Date.now(),
        })
      }),
    showSolution: () =>
      void judged(solutionOf(exercise, scenario, seed), (how, to) => {
        learnerIn(workshop).did(exercise.id, { kind: 'solution' })
        const text = formatAnswer(to)
        setVerdict(how)
        change({ given: text, draft: text, solution: true })
      }),
    reset: () => {
      const before = { kept, verdict }
      latest.current += 1
      put({})
      setVerdict(undefined)
      setJudging(false)
      return () => {
        put(before.kept)
        setVerdict(before.verdict)
      }
    },
  }
}
