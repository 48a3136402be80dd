import { useState } from 'react'
import { learnerIn, useLearner } from '../practice/learner.ts'
import { goUnderWay, isSeat, useUnderWay } from '../practice/under-way.ts'
import { exercisesOf } from '../workshop/known.ts'
import { isDrawn } from '../workshop/lab-known.ts'
import { LONGEST_NAME } from '../workshop/text.ts'
import type { Workshop } from '../workshop/workshop.ts'
import styles from './form.module.css'

/** Who takes part: a name and a team, which stand in what is handed in, and a seat, which gives a world of one’s own where a missing check is sought. */
export const WhoYouAre = ({ workshop }: { readonly workshop: Workshop }) => {
  const { teams } = workshop
  const store = workshop.seed ?? ''
  const kept = useLearner(store)
  const [name, setName] = useState(kept.name)
  const called = (nextName: string, team: string) => learnerIn(store).isCalled(nextName, team)
  const choices = kept.team === '' || teams.includes(kept.team) ? teams : [...teams, kept.team]
  return (
    <form
      className={styles['form']}
      aria-label="Who you are"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className={styles['field']}>
        Your name
        <input
          type="text"
          autoComplete="name"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={({ currentTarget: { value } }) => {
            setName(value)
            called(value, kept.team)
          }}
        />
      </label>
      {teams.length > 0 ? (
        <label className={styles['field']}>
          Your team
          <select
            value={kept.team}
            onChange={({ currentTarget: { value } }) => called(name, value)}
          >
            <option value="">none yet</option>
            {choices.map((team) => (
              <option key={team}>{team}</option>
            ))}
          </select>
        </label>
      ) : (
        <OwnTeam team={kept.team} onCalled={(team) => called(name, team)} />
      )}
      {workshop.seed !== undefined && exercisesOf(workshop.stations).some(isDrawn) && <Seat />}
    </form>
  )
}

const OwnTeam = ({
  team,
  onCalled,
}: {
  readonly team: string
  readonly onCalled: (team: string) => void
}) => {
  const [typed, setTyped] = useState(team)
  return (
    <label className={styles['field']}>
      Your team, if you have one
      <input
        type="text"
        maxLength={LONGEST_NAME}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          onCalled(value)
        }}
      />
    </label>
  )
}

const Seat = () => {
  const underWay = useUnderWay()
  const [typed, setTyped] = useState(() => String(underWay?.seat ?? ''))
  const wrong = typed !== '' && !isSeat(Number(typed))
  return (
    <label className={styles['field']}>
      Your seat, if it has a number
      <input
        type="text"
        inputMode="numeric"
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'seat-trouble' : undefined}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          const { seat: _, ...rest } = underWay ?? { path: '' }
          const seat = Number(value)
          if (underWay && (value === '' || isSeat(seat)))
            goUnderWay(value === '' ? rest : { ...rest, seat })
        }}
      />
      <span>
        Where you seek a missing check, each seat has a world of its own. Everything else is the
        same for all.
      </span>
      {wrong && (
        <span id="seat-trouble" className={styles['trouble']}>
          A seat is a whole number from 1 on.
        </span>
      )}
    </label>
  )
}
