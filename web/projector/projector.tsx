import { useState } from 'react'
import { useTitle } from '../ui/use-title.ts'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { labKnown } from '../workshop/lab-known.ts'
import { LinkField } from '../workshop/link-field.tsx'
import { Lost, TrainerPage } from '../workshop/trainer-page.tsx'
import { useWorkshop } from '../workshop/use-workshop.ts'
import type { Workshop } from '../workshop/workshop.ts'
import { Bar, type Panel } from './bar.tsx'
import { Clock } from './clock.tsx'
import { GoTo } from './go-to.tsx'
import { Join } from './join.tsx'
import { StationShown } from './station-shown.tsx'
import { usePace } from './use-pace.ts'
import styles from './projector.module.css'

/** A workshop in front of a room: where it is, how long that takes, and where everybody should look. */
export const Projector = () => {
  const here = useWorkshop()
  if (!here) return null
  if (here.query !== '' && here.workshop.stations.length > 0)
    return (
      <Room key={here.query} workshop={here.workshop} query={here.query} problems={here.problems} />
    )
  return (
    <TrainerPage
      title="The projector"
      lede="For the wall in front of a room: what is done now, how much time is left, what comes next."
    >
      <Lost title="This link has nothing to show." problems={here.problems} />
      <LinkField name="The link of the workshop" path="/projector" />
      <p className={styles['hint']}>
        There is none yet? <a href="#/compose">Compose a workshop.</a>
      </p>
    </TrainerPage>
  )
}

interface RoomProps {
  readonly workshop: Workshop
  readonly query: string
  readonly problems: readonly string[]
}

const Room = ({ workshop, query, problems }: RoomProps) => {
  const { stations, seed, title } = workshop
  const [panel, setPanel] = useState<Panel>('now')
  const { pace, shown, running, controls } = usePace(workshop, query)
  useTitle(`${title || 'Projector'} · Handshake Lab`)
  const station = stations[pace.at]
  const scenario = scenarioAt(workshop, pace.at)
  return (
    <div className={styles['room']}>
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title || 'Workshop'}</h1>
        {panel !== 'now' && station && (
          <Clock shown={shown} running={running} minutes={station.minutes} isSmall />
        )}
        <a href={`#/compose?${query}`}>Change the workshop</a>
        <ThemeSwitch />
      </header>
      <main className={styles['main']}>
        <Lost title="Some of the link could not be used." problems={problems} />
        {panel === 'now' && (
          <StationShown stations={stations} pace={pace} shown={shown} running={running} />
        )}
        {panel === 'go' && <GoTo key={scenario} scenario={scenario} seed={seed} />}
        {panel === 'join' && <Join workshop={workshop} />}
      </main>
      <Bar
        panel={panel}
        onPanel={setPanel}
        running={running}
        begun={shown.standing !== undefined}
        pace={pace}
        due={shown.standing}
        of={stations.length}
        controls={controls}
      />
    </div>
  )
}

const isThere = (id: string | undefined): boolean => id !== undefined

/** The story that a station is about, in a break that of the one before; after the last, that of the first. */
const scenarioAt = ({ stations }: Workshop, at: number): string => {
  const stories = stations.map(({ kind, id }) => {
    if (kind === 'scenario') return id
    return kind === 'exercise'
      ? labKnown.exercises.find((one) => one.id === id)?.scenario
      : undefined
  })
  const here = at < stations.length ? stories.slice(0, at + 1).findLast(isThere) : undefined
  return here ?? stories.find(isThere) ?? 'first-contact'
}
