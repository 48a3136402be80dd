import { useState } from 'react'
import { drawSeed } from '../lab/address.ts'
import { List } from '../ui/fields.tsx'
import { Notice } from '../ui/notice.tsx'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { exercisesOf } from '../workshop/known.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { LinkField } from '../workshop/link-field.tsx'
import { Lost, TrainerPage } from '../workshop/trainer-page.tsx'
import { useComposed } from '../workshop/use-workshop.ts'
import { emptyWorkshop, type Workshop } from '../workshop/workshop.ts'
import { Add } from './add.tsx'
import { Answering } from './answering.tsx'
import { added } from './change.ts'
import { Flags } from './flags.tsx'
import { Result } from './result.tsx'
import { Settings, Teams } from './settings.tsx'
import { Stations } from './stations.tsx'
import styles from './compose.module.css'

const fresh = (): Workshop => ({ ...emptyWorkshop, seed: drawSeed() })

/** Where a trainer composes a workshop. All of it stands in the address, so a page that is loaded again has lost nothing. */
export const Compose = () => {
  const [here, change] = useComposed('/compose', fresh)
  return (
    <TrainerPage
      title="Compose a workshop"
      lede="Choose what is done, in which order and for how long. One link carries all of it; no server keeps anything."
    >
      {!cryptographyHere() && <NoCryptography />}
      {here && (
        <>
          <Lost
            title="Some of the link could not be used. The rest is here."
            problems={here.problems}
          />
          <div className={styles['compose']}>
            <Choices workshop={here.workshop} onChange={change} />
            <Result workshop={here.workshop} />
          </div>
        </>
      )}
    </TrainerPage>
  )
}

interface ChoicesProps {
  readonly workshop: Workshop
  readonly onChange: (part: Partial<Workshop>) => void
}

const Choices = ({ workshop, onChange }: ChoicesProps) => {
  const { stations, course } = workshop
  const [adding, setAdding] = useState(stations.length === 0)
  const begin = (id: string) => {
    const chosen = labKnown.courses.find((one) => one.id === id)
    onChange({
      course: chosen?.id,
      ...(chosen && { stations: chosen.stations, title: workshop.title || chosen.title }),
    })
  }
  return (
    <div className={styles['choices']}>
      <section aria-label="Begin" className={styles['group']}>
        <h2>Begin</h2>
        <List
          name="From a course, whose steps take the place of what is below"
          value={course ?? ''}
          onChoose={begin}
        >
          <option value="">from nothing</option>
          {labKnown.courses.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </List>
        <LinkField name="Or from the link of a workshop, to change it" path="/compose" />
      </section>
      <section aria-label="Steps" className={styles['group']}>
        <h2>Steps</h2>
        <Stations stations={stations} onChange={(next) => onChange({ stations: next })} />
        <details
          className={styles['adding']}
          open={adding}
          onToggle={({ currentTarget }) => setAdding(currentTarget.open)}
        >
          <summary>Add stories, exercises, pages and breaks</summary>
          <Add
            stations={stations}
            onAdd={(station, after) => onChange({ stations: added(stations, station, after) })}
          />
        </details>
      </section>
      <section aria-label="The workshop" className={styles['group']}>
        <h2>The workshop</h2>
        <Settings workshop={workshop} onChange={onChange} />
        <Answering answers={workshop.answers} onChange={(answers) => onChange({ answers })} />
        {stations.length > 0 && exercisesOf(stations).length === 0 && <NothingToHandIn />}
        <Teams teams={workshop.teams} onTeams={(teams) => onChange({ teams })} />
        <Flags workshop={workshop} onChange={onChange} />
      </section>
    </div>
  )
}

/** Told where teams and flags are chosen: without an exercise there is nothing for them. */
const NothingToHandIn = () => (
  <Notice title="Nothing can be handed in.">
    These steps have no exercise. Learners hand in what they did with exercises, so there will be no
    codes for the table of the class, and no hints, solutions or flags. Stories and pages are ticked
    in each learner’s own browser only. Add an exercise, and all of it is there.
  </Notice>
)
