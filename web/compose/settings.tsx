import { useState } from 'react'
import { drawSeed } from '../lab/address.ts'
import { Lines, OnOff, Typed } from '../ui/fields.tsx'
import { LONGEST_NAME, visible } from '../workshop/text.ts'
import { press } from '../workshop/trainer-page.tsx'
import { LONGEST_TITLE, MOST_TEAMS, type Workshop } from '../workshop/workshop.ts'
import { asField, fromField } from './change.ts'
import styles from './compose.module.css'

interface SettingsProps {
  readonly workshop: Workshop
  readonly onChange: (part: Partial<Workshop>) => void
}

/** What a workshop is called, when it begins, and what its runs begin with. */
export const Settings = ({ workshop, onChange }: SettingsProps) => {
  const { title, begins, hints } = workshop
  return (
    <>
      <Typed
        name="Title"
        value={title}
        stand="Tuesday’s workshop"
        onType={(text) => onChange({ title: [...text].slice(0, LONGEST_TITLE).join('') })}
      />
      <Typed
        name="Begins, where that is known"
        kind="datetime-local"
        value={asField(begins)}
        note="In your time zone here; everybody sees their own. The projector begins by it."
        onType={(text) => onChange({ begins: fromField(text) })}
      />
      <Seed seed={workshop.seed} onSeed={(seed) => onChange({ seed })} />
      <OnOff
        name="Learners may look at hints"
        note="Three for each exercise, from vague to plain. Your table says who looked at how many."
        on={hints}
        onTurn={(on) => onChange({ hints: on })}
      />
    </>
  )
}

const SEED = /^[A-Za-z0-9_-]{1,64}$/

const Seed = ({
  seed,
  onSeed,
}: {
  readonly seed: string | undefined
  readonly onSeed: (seed: string | undefined) => void
}) => {
  const [typed, setTyped] = useState<string>()
  const wrong = typed !== undefined && typed !== '' && !SEED.test(typed)
  return (
    <div className={styles['beside']}>
      <Typed
        name="Seed"
        value={typed ?? seed ?? ''}
        wrong={wrong}
        note={
          wrong
            ? `“${visible(typed, 40)}” is not made of 1 to 64 letters, digits, “-” and “_”. ${seed === undefined ? 'There is no seed.' : `It stays “${seed}”.`}`
            : 'Stories and exercises draw their random values from it, so everybody sees the same bytes. Only where a missing check is sought does each seat have a world of its own. By it the workshop is told from others, too.'
        }
        onType={(text) => {
          const fits = text === '' || SEED.test(text)
          setTyped(fits ? undefined : text)
          if (fits) onSeed(text === '' ? undefined : text)
        }}
      />
      <button
        type="button"
        className={press}
        onClick={() => {
          setTyped(undefined)
          onSeed(drawSeed())
        }}
      >
        Draw one
      </button>
    </div>
  )
}

const teamsIn = (text: string): readonly string[] =>
  [...new Set(text.split('\n').map((line) => visible(line)))]
    .filter((team) => team !== '')
    .slice(0, MOST_TEAMS)

const countOf = (count: number): string =>
  count === 0 ? 'No team.' : count === 1 ? 'One team.' : `${count} teams.`

interface TeamsProps {
  readonly teams: readonly string[]
  readonly onTeams: (teams: readonly string[]) => void
}

/** The teams to choose from, one a line. */
export const Teams = ({ teams, onTeams }: TeamsProps) => {
  const [typed, setTyped] = useState('')
  // What is typed stays as it is typed while it says the same.
  const text = teamsIn(typed).join('\n') === teams.join('\n') ? typed : teams.join('\n')
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const notes = [
    ...(new Set(lines.map((line) => visible(line))).size < lines.length
      ? ['A name that stands there twice counts once.']
      : []),
    ...(lines.some((line) => [...line].length > LONGEST_NAME)
      ? [`Names are cut after ${LONGEST_NAME} letters.`]
      : []),
    ...(lines.length > MOST_TEAMS ? [`Only the first ${MOST_TEAMS} count.`] : []),
  ]
  return (
    <Lines
      name="Teams, one a line; none: everybody works alone"
      rows={4}
      value={text}
      stand={'Red\nBlue'}
      note={[countOf(teams.length), ...notes].join(' ')}
      onType={(next) => {
        setTyped(next)
        onTeams(teamsIn(next))
      }}
    />
  )
}
