import { useEffect, useState } from 'react'
import { CopyButton } from '../ui/copy-button.tsx'
import { flagOf } from '../workshop/flags.ts'
import { exercisesOf } from '../workshop/known.ts'
import { attemptIn, useLearner } from './learner.ts'
import { useWorkshopNow } from './workshop-now.ts'
import type { World } from './world.ts'
import styles from './flag.module.css'

interface FlagProps {
  readonly flagKey: string
  readonly exercise: string
}

/** The flag of a solved exercise, to be copied to where points are counted. */
export const Flag = ({ flagKey, exercise }: FlagProps) => {
  const [flag, setFlag] = useState<string>()
  useEffect(() => {
    let isWanted = true
    flagOf(flagKey, exercise).then(
      (made) => isWanted && setFlag(made),
      () => isWanted && setFlag(''),
    )
    return () => {
      isWanted = false
    }
  }, [flagKey, exercise])
  if (flag === undefined) return null
  if (flag === '') return <p className={styles['none']}>No flag: this page has no cryptography.</p>
  return (
    <p className={styles['flag']}>
      <code>{flag}</code> <CopyButton text={flag}>Copy</CopyButton>
    </p>
  )
}

interface FlagHereProps {
  readonly exercise: string
  readonly world: World
}

/** The flag of an exercise on its own page: where it is one of the workshop that is under way, and the learner has solved it. */
export const FlagHere = ({ exercise, world }: FlagHereProps) => {
  const { workshop, learner } = useWorkshopNow()
  const done = attemptIn(useLearner(world.workshop), exercise)
  const flagKey = workshop?.flagKey
  if (flagKey === undefined || world.workshop !== learner || done?.solved === undefined) return null
  return exercisesOf(workshop!.stations).includes(exercise) ? (
    <Flag flagKey={flagKey} exercise={exercise} />
  ) : null
}
