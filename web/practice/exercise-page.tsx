import { use, useMemo } from 'react'
import type { Exercise } from '../../engine/exercise/index.ts'
import { phaseNames, whoByName, type Scenario } from '../../engine/index.ts'
import type { WriteExercise } from '../../engine/written.ts'
import {
  exerciseNamed,
  exerciseShelf,
  type ShelvedExercise,
} from '../../scenarios/exercise-shelf.ts'
import { storyNamed } from '../../scenarios/stories.ts'
import { openScenario } from '../lab/opened.ts'
import { RichText } from '../text/rich-text.tsx'
import { DidYouMean } from '../ui/did-you-mean.tsx'
import { Notice } from '../ui/notice.tsx'
import { once } from '../ui/once.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useTitle } from '../ui/use-title.ts'
import { ExerciseView } from './exercise.tsx'
import { attemptIn, useLearner } from './learner.ts'
import { NotKept } from './not-kept.tsx'
import { besides, kindWords, levelWords } from './order.ts'
import { queryOf, useWorld, type World } from './world.ts'
import { WriteExerciseView } from './write-exercise.tsx'
import styles from './exercise.module.css'

const opened = new Map<string, () => Promise<Exercise | WriteExercise>>()

/** An exercise from the shelf, loaded once. */
const openExercise = ({ id, load }: ShelvedExercise): Promise<Exercise | WriteExercise> => {
  const known = opened.get(id) ?? once(load)
  opened.set(id, known)
  return known()
}

/** The page of one exercise of any kind. */
export const ExercisePage = ({ id }: { readonly id: string }) => {
  const card = exerciseNamed(id)
  useTitle(`${card?.title ?? 'No such exercise'} · Handshake Lab`)
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>{card ? <Opened card={card} /> : <None id={id} />}</main>
    </div>
  )
}

const None = ({ id }: { readonly id: string }) => (
  <>
    <h1 className={styles['title']} tabIndex={-1}>
      No such exercise
    </h1>
    <Notice title="There is none.">
      No exercise is called “{id.slice(0, 60)}”. The link may be from a newer lab, or misspelt.{' '}
      <DidYouMean asked={id} among={exerciseShelf} hrefOf={(meant) => `#/exercise/${meant}`} />
      <a href="#/practice">All exercises</a>
    </Notice>
  </>
)

const Opened = ({ card }: { readonly card: ShelvedExercise }) => {
  const world = useWorld(card.id)
  const exercise = use(openExercise(card))
  const story = storyNamed(card.scenario)
  const done = attemptIn(useLearner(world.workshop), card.id)
  return (
    <>
      <p className={styles['facts']}>
        <b>{kindWords[card.kind].name}</b>
        <span>{levelWords[card.level]}</span>
        <span>{card.minutes} min</span>
        <span>{phaseNames[card.phase]}</span>
        {!isAnybody(exercise) && <span>{whoByName(card.party)}</span>}
        {done?.solved !== undefined && <span className={styles['solved']}>✓ solved</span>}
      </p>
      <h1 className={styles['title']} tabIndex={-1}>
        {card.title}
      </h1>
      <p className={styles['asks']}>
        <RichText text={exercise.asks} />
      </p>
      {world.problem !== undefined && (
        <Notice title="Not all of the address was used.">{world.problem}</Notice>
      )}
      <NotKept />
      {exercise.kind === 'write' ? (
        <WriteExerciseView key={`${card.id} ${world.seed}`} exercise={exercise} world={world} />
      ) : story ? (
        <Played key={`${card.id} ${world.seed}`} exercise={exercise} world={world} />
      ) : (
        <Notice title="Its story is not there.">The exercise cannot be played.</Notice>
      )}
      <Beside card={card} world={world} />
    </>
  )
}

/** Whether it is asked whose work it is about. */
const isAnybody = (exercise: Exercise | WriteExercise): boolean =>
  exercise.kind === 'find' &&
  new Set(exercise.pool.map(({ check }) => check.split('/', 1)[0])).size > 1

interface PlayedProps {
  readonly exercise: Exercise
  readonly world: World
}

const Played = ({ exercise, world }: PlayedProps) => {
  const scenario: Scenario = use(openScenario(storyNamed(exercise.scenario)!))
  return <ExerciseView exercise={exercise} scenario={scenario} world={world} />
}

/** The exercises before and after it in its phase, and its story. */
const Beside = ({ card, world }: { readonly card: ShelvedExercise; readonly world: World }) => {
  const { before, after } = useMemo(() => besides(card), [card])
  const query = queryOf(world)
  return (
    <nav className={styles['beside']} aria-label={`Exercises on ${phaseNames[card.phase]}`}>
      {before ? (
        <a href={`#/exercise/${before.id}${query}`}>
          <span aria-hidden="true">← </span>
          {before.title}
        </a>
      ) : (
        <span />
      )}
      <a href="#/practice">All exercises</a>
      {after ? (
        <a href={`#/exercise/${after.id}${query}`}>
          {after.title}
          <span aria-hidden="true"> →</span>
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
