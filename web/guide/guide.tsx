import { useMemo, useState } from 'react'
import type { Course } from '../../scenarios/courses.ts'
import { numberOf, type Step } from '../practice/steps.ts'
import { useTitle } from '../ui/use-title.ts'
import { isDrawn } from '../workshop/lab-known.ts'
import { GuideBar } from './bar.tsx'
import { Before, ForLearners } from './before.tsx'
import { Closing } from './closing.tsx'
import { Overview } from './overview.tsx'
import { Room } from './room.tsx'
import { StepInGuide } from './step.tsx'
import { useGuides } from './use-guides.ts'
import { WhoIsWho } from './who-is-who.tsx'
import styles from './guide.module.css'

interface GuideProps {
  readonly title: string
  readonly says: string
  readonly minutes: number
  /** Where learners go, as what follows the `#`. */
  readonly path: string
  readonly steps: readonly Step[]
  /** The whole course, where it is one, for which a room is made ready. */
  readonly course?: Course
}

const FIRST_SEED = 'class'

/** All that a facilitator needs for some steps, on screen and on paper; solutions are played for it. */
export const Guide = ({ title, says, minutes, path, steps, course }: GuideProps) => {
  useTitle(`Guide: ${title} · Handshake Lab`)
  const [seed, setSeed] = useState(FIRST_SEED)
  const guides = useGuides(steps, seed)
  const isReady = guides.length === steps.length
  const stories = useMemo(
    () => guides.flatMap((guide) => (guide?.kind === 'story' ? [guide.scenario] : [])),
    [guides],
  )
  return (
    <>
      <h1 className={styles['title']} tabIndex={-1}>
        Guide: {title}
      </h1>
      <p className={styles['lede']}>
        {says} {minutes} minutes. <ForLearners path={path} />
      </p>
      <GuideBar
        seed={seed}
        onSeed={steps.some(({ does, id }) => does === 'solve' && isDrawn(id)) ? setSeed : undefined}
        done={guides.length}
        of={steps.length}
      />
      {course && <Before course={course.id} />}
      {steps.length > 1 && <Overview steps={steps} course={course} />}
      {course && isReady && stories.length > 0 && <WhoIsWho stories={stories} />}
      {course && <Room course={course.id} />}
      {steps.map((step, at) => (
        <StepInGuide
          key={`${at} ${step.id}`}
          at={at}
          number={step.does === 'pause' ? undefined : numberOf(steps, at)}
          step={step}
          guide={guides[at]}
          seed={seed}
          read={steps.slice(0, at).flatMap(({ does, id }) => (does === 'read' ? [id] : []))}
        />
      ))}
      {course && <Closing questions={course.closing} />}
    </>
  )
}
