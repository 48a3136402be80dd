import { useMemo } from 'react'
import { courseWithId } from '../../scenarios/courses.ts'
import { stepsOfCourse, stepsOfStations, type Step, type Ticks } from './steps.ts'
import { useUnderWay, type UnderWay } from './under-way.ts'
import { useTicks } from './use-ticks.ts'
import { useWorkshopNow } from './workshop-now.ts'

/** The course or workshop that is under way: its name, its steps, and which of them are done. */
export interface Way {
  readonly underWay: UnderWay
  readonly title: string
  readonly steps: readonly Step[]
  readonly ticks: Ticks
  /** Which store of a learner’s deeds is meant. */
  readonly learner: string
}

const NO_STEPS: readonly Step[] = []

/** What is under way in this tab, with its steps; undefined where nothing is. */
export const useWay = (): Way | undefined => {
  const underWay = useUnderWay()
  const { workshop, learner, hintsAllowed, solutionsAllowed } = useWorkshopNow()
  const course = courseWithId(underWay?.path.replace('/course/', '') ?? '')
  const steps = useMemo(() => {
    if (workshop)
      return stepsOfStations(workshop.stations, { learner, hintsAllowed, solutionsAllowed })
    return course ? stepsOfCourse(course) : NO_STEPS
  }, [workshop, course, learner, hintsAllowed, solutionsAllowed])
  const ticks = useTicks(steps, learner)
  if (!underWay || steps.length === 0) return undefined
  const title = workshop ? workshop.title || 'The workshop' : course!.title
  return { underWay, title, steps, ticks, learner }
}
