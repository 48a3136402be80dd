import { useEffect, useState } from 'react'
import { CopyButton } from '../ui/copy-button.tsx'
import { ABOUT_FLAGS, flagOf } from '../workshop/flags.ts'
import styles from './course.module.css'

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
  if (flag === '') return <p className={styles['soft']}>No flag: this page has no cryptography.</p>
  return (
    <p className={styles['flag']}>
      <code>{flag}</code> <CopyButton text={flag}>Copy</CopyButton>
    </p>
  )
}

/** What flags are worth, as the trainer was told as well. */
export const AboutFlags = () => (
  <section className={styles['part']} aria-label="About the flags">
    <h2>About the flags</h2>
    <p>
      A solved exercise shows its flag above. Trainers are told this about them: “{ABOUT_FLAGS}”
    </p>
  </section>
)
