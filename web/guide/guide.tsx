import { useState } from 'react'
import { numberOf, type Step } from '../practice/steps.ts'
import { useTitle } from '../ui/use-title.ts'
import { Overview } from './overview.tsx'
import { Room } from './room.tsx'
import { StepInGuide } from './step.tsx'
import { useGuides } from './use-guides.ts'
import bar from './bar.module.css'
import styles from './guide.module.css'

interface GuideProps {
  readonly title: string
  readonly says: string
  readonly minutes: number
  /** Where learners go, as what follows the `#`. */
  readonly path: string
  readonly steps: readonly Step[]
  /** Whether it is a whole course, for which a room is made ready. */
  readonly isCourse?: boolean
}

const FIRST_SEED = 'class'
const SEED = /^[A-Za-z0-9_-]{1,64}$/

/** All that a facilitator needs for some steps, on screen and on paper; solutions are played for it. */
export const Guide = ({ title, says, minutes, path, steps, isCourse = false }: GuideProps) => {
  useTitle(`Guide: ${title} · Handshake Lab`)
  const [typed, setTyped] = useState(FIRST_SEED)
  const [seed, setSeed] = useState(FIRST_SEED)
  const guides = useGuides(steps, seed)
  const isReady = guides.length === steps.length
  const wrong = !SEED.test(typed)
  const choose = (next: string) => {
    setTyped(next)
    if (SEED.test(next)) setSeed(next)
  }
  return (
    <>
      <h1 className={styles['title']} tabIndex={-1}>
        Guide: {title}
      </h1>
      <p className={styles['lede']}>
        {says} {minutes} minutes. For learners:{' '}
        <a href={`#${path}`} className={styles['address']}>
          {location.href.split('#', 1)[0]}#{path}
        </a>
      </p>
      <div className={bar['bar']}>
        <label>
          Seed of the room{' '}
          <input
            type="text"
            autoComplete="off"
            maxLength={64}
            value={typed}
            aria-invalid={wrong || undefined}
            aria-describedby="seed-says"
            onChange={({ currentTarget: { value } }) => choose(value)}
          />
        </label>
        <p id="seed-says" aria-live="polite">
          {wrong
            ? `A seed is made of 1 to 64 letters, digits, “-” and “_”. The guide is for “${seed}”.`
            : isReady
              ? 'Every solution was played just now.'
              : `Playing solutions: ${guides.length} of ${steps.length} steps`}
        </p>
        <button type="button" disabled={!isReady} onClick={() => print()}>
          Print
        </button>
      </div>
      {steps.length > 1 && <Overview steps={steps} />}
      {isCourse && <Room />}
      {steps.map((step, at) => (
        <StepInGuide
          key={`${at} ${step.id}`}
          number={step.does === 'pause' ? undefined : numberOf(steps, at)}
          step={step}
          guide={guides[at]}
          seed={seed}
        />
      ))}
    </>
  )
}
