import { useEffect, useState } from 'react'
import { labelOf, purposeIn, startRun } from '../../engine/index.ts'
import { storyNamed } from '../../scenarios/stories.ts'
import { editionOf } from '../lab/edition.ts'
import { openScenario } from '../lab/opened.ts'

/** A message at which a class can be told to look. */
export interface StepShown {
  readonly place: number
  readonly label: string
  readonly purpose: string
}

const NONE = { revision: undefined, registration: undefined, variant: undefined, forget: undefined }

/** The messages of a scenario as its story is told; undefined while it is being played. */
export const useSteps = (id: string, seed: string): readonly StepShown[] | undefined => {
  const [played, setPlayed] = useState<{
    readonly of: string
    readonly steps: readonly StepShown[]
  }>()
  const wanted = `${id} ${seed}`
  useEffect(() => {
    let left = false
    const story = storyNamed(id)
    const play = async () => {
      if (!story) return
      const scenario = await openScenario(story)
      const run = startRun({ scenario, ...editionOf(scenario, NONE), seed, decisions: [] })
      await run.finish()
      const steps = run.log.map((message, at) => ({
        place: at + 1,
        label: labelOf(message),
        purpose: purposeIn(message),
      }))
      if (!left) setPlayed({ of: wanted, steps })
    }
    void play()
    return () => void (left = true)
  }, [id, seed, wanted])
  return played?.of === wanted ? played.steps : undefined
}
