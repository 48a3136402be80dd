import { useEffect, useState } from 'react'
import type { Step } from '../practice/steps.ts'
import { breath } from '../ui/breath.ts'
import { workOut, type StepGuide } from './work-out.ts'

/** What was worked out so far, by the places of the steps. */
export type Guides = readonly (StepGuide | undefined)[]

interface WorkedOut {
  readonly steps: readonly Step[]
  readonly seed: string
  readonly guides: Guides
}

/** Works out the steps one after the other; the page answers in between. */
export const useGuides = (steps: readonly Step[], seed: string): Guides => {
  const [done, setDone] = useState<WorkedOut>({ steps, seed, guides: [] })
  useEffect(() => {
    let isWanted = true
    const work = async () => {
      const guides: StepGuide[] = []
      for (const step of steps) {
        const guide = await workOut(step, seed).catch((error: unknown): StepGuide => {
          const problem = error instanceof Error ? error.message : String(error)
          return { kind: 'failed', problem }
        })
        if (!isWanted) return
        guides.push(guide)
        setDone({ steps, seed, guides: [...guides] })
        await breath()
      }
    }
    void work()
    return () => {
      isWanted = false
    }
  }, [steps, seed])
  return done.steps === steps && done.seed === seed ? done.guides : []
}
