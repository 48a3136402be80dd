import { useEffect, useMemo, useState } from 'react'
import { castOf, type Scenario } from '../../engine/index.ts'
import { PlainDiagram } from '../diagram/plain.tsx'
import { Bar } from '../embed/bar.tsx'
import { Now } from '../embed/now.tsx'
import { ChecksHidden } from '../message/checks-hidden.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Seen } from './use-scene.ts'
import styles from './stage.module.css'

const Message = lazy(() =>
  import('../message/message.tsx').then(({ Message: it }) => ({ default: it })),
)

/** Seconds per message while it plays. */
const PACE = 1.6

interface StageProps extends Seen {
  readonly scenario: Scenario
}

/** The run of an exercise as far as it may be seen: its diagram, its timeline, and a message when somebody asks for it. */
export const Stage = ({ scenario, scene, place, defect, seek }: StageProps) => {
  const [opened, setOpened] = useState(false)
  const [playing, setPlaying] = useState(false)
  const log = scene?.log ?? NOTHING
  const { length } = log
  const goesOn = playing && place < length
  useEffect(() => {
    if (!goesOn) return undefined
    const timer = setTimeout(() => seek(place + 1), PACE * 1000)
    return () => clearTimeout(timer)
  })
  const parts = useMemo(
    () => (scene ? castOf({ scenario, revision: scene.revision, log }) : []),
    [scenario, scene, log],
  )
  if (defect !== undefined) return <Notice title="The run could not be played.">{defect}</Notice>
  if (!scene) return <div className={styles['figure']} />
  return (
    <section className={styles['stage']} aria-label="The run">
      <div className={styles['figure']}>
        <PlainDiagram
          log={log}
          parts={parts}
          about={scenario.kind === 'attack' ? scenario.phases : undefined}
          place={place}
          onSelect={(to) => {
            if (to === place) setOpened(true)
            seek(to)
          }}
        />
      </div>
      <footer className={styles['foot']}>
        <Now
          log={log}
          place={place}
          ending={place >= (scene.ending?.at ?? length) ? scene.ending : undefined}
          opened={opened}
          onOpen={() => setOpened(!opened)}
        />
        <Bar
          log={log}
          place={place}
          playing={goesOn}
          onSeek={seek}
          onPlay={() => {
            if (place >= length) seek(0)
            setPlaying(true)
          }}
          onPause={() => setPlaying(false)}
        />
      </footer>
      {opened && place > 0 && (
        <section className={styles['message']} aria-label="The message">
          <Later name="The message">
            <ChecksHidden value={scene.blind}>
              <Message log={log} place={place} onSelect={seek} />
            </ChecksHidden>
          </Later>
        </section>
      )}
    </section>
  )
}

const NOTHING = [] as const
