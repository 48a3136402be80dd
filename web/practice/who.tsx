import { useState } from 'react'
import { LONGEST_NAME } from '../workshop/text.ts'
import type { LearnerProgress } from '../workshop/progress.ts'
import { learnerIn } from './learner.ts'
import styles from './you.module.css'

/** Who practises: a name and a team, for files and codes, and only there. */
export const Who = ({ progress }: { readonly progress: LearnerProgress }) => {
  const [name, setName] = useState(progress.name)
  const [team, setTeam] = useState(progress.team)
  const keep = () => {
    if (name !== progress.name || team !== progress.team) learnerIn().isCalled(name, team)
  }
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}
      <input
        type="text"
        value={value}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={({ currentTarget }) => set(currentTarget.value)}
        onBlur={keep}
      />
    </label>
  )
  return (
    <form
      className={styles['who']}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      {field('Name', name, setName)}
      {field('Team', team, setTeam)}
      <p className={styles['says']}>
        Both may stay empty. They stand in what you save, and nothing leaves this page by itself.
      </p>
    </form>
  )
}
