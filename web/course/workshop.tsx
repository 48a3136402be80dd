import { useMemo } from 'react'
import { courseWithId, type Course } from '../../scenarios/courses.ts'
import { howFar, stepsOfStations, type Step } from '../practice/steps.ts'
import { goUnderWay, underWayNow } from '../practice/under-way.ts'
import { useTicks } from '../practice/use-ticks.ts'
import { useWorkshopNow } from '../practice/workshop-now.ts'
import { exercisesOf, stepsInWords, type Station } from '../workshop/known.ts'
import { labKnown } from '../workshop/lab-known.ts'
import type { Workshop as WorkshopData } from '../workshop/workshop.ts'
import { useTitle } from '../ui/use-title.ts'
import { Flag } from '../practice/flag.tsx'
import { AboutFlags } from './about-flags.tsx'
import { Closing } from './closing.tsx'
import { HandIn } from './hand-in.tsx'
import { LmsTroubles } from './lms-troubles.tsx'
import { NextStep } from './next-step.tsx'
import { NotKept } from '../practice/not-kept.tsx'
import { Rules } from './rules.tsx'
import { Steps } from './steps.tsx'
import { dueTimes, Now } from './times.tsx'
import { WhoYouAre } from './who-you-are.tsx'
import styles from './course.module.css'

interface WorkshopProps {
  readonly workshop: WorkshopData
  /** Its page, as what follows the `#`. */
  readonly path: string
}

/** A workshop for one who takes part: who that is, its timetable with ticks, what its trainer allows, and what is handed in. */
export const Workshop = ({ workshop, path }: WorkshopProps) => {
  const { title, course, stations, seed, begins, flagKey } = workshop
  const name = title || 'A workshop'
  useTitle(`${name} · Handshake Lab`)
  const { learner, hintsAllowed, solutionsAllowed } = useWorkshopNow()
  const steps = useMemo(
    () => stepsOfStations(stations, { learner, hintsAllowed, solutionsAllowed, course }),
    [stations, learner, hintsAllowed, solutionsAllowed, course],
  )
  const ticks = useTicks(steps, seed)
  const begin = () => {
    const { away: _, ...now } = underWayNow() ?? { path }
    goUnderWay({ ...now, path })
  }
  const closing = closingOf(workshop)
  const minutes = stations.reduce((sum, station) => sum + station.minutes, 0)
  const flag = (step: Step, done: boolean) =>
    flagKey !== undefined &&
    done &&
    step.does === 'solve' && <Flag flagKey={flagKey} exercise={step.id} />
  return (
    <>
      <h1 className={styles['title']} tabIndex={-1}>
        {name}
      </h1>
      <p className={styles['lede']}>
        {stations.length === 0
          ? 'This link names no steps, so there is nothing to do here yet.'
          : `${stepsInWords(stations)} in about ${minutes} minutes. Whatever you do is kept in this browser, and nowhere else.`}
      </p>
      <NotKept />
      <LmsTroubles />
      <WhoYouAre workshop={workshop} />
      {stations.length > 0 && <NextStep steps={steps} ticks={ticks} onOpen={begin} />}
      {begins !== undefined && <Now stations={stations} begins={begins} steps={steps} />}
      <Steps
        steps={steps}
        ticks={ticks}
        next={howFar(steps, ticks).next}
        onOpen={begin}
        due={dueTimes(stations, begins)}
        more={flag}
      />
      {closing.length > 0 && <Closing questions={closing} />}
      {flagKey !== undefined && <AboutFlags />}
      <Rules workshop={workshop} />
      <HandIn workshop={seed ?? ''} exercises={exercisesOf(stations)} />
    </>
  )
}

/** What its course asks at the end, where every story is in it that the course cannot do without. */
const closingOf = ({ course: id, stations }: WorkshopData): Course['closing'] => {
  const course = courseWithId(id ?? '')
  const own = labKnown.courses.find((one) => one.id === id)?.stations ?? []
  const isThere = (one: Station) =>
    one.kind !== 'scenario' ||
    stations.some(({ kind, id: of }) => kind === one.kind && of === one.id)
  const isTold = course?.steps.every((step, at) => step.spare === true || isThere(own[at]!))
  return isTold ? course!.closing : []
}
