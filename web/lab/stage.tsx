import { useMemo } from 'react'
import { type Scenario, castOf, pagesIn } from '../../engine/index.ts'
import { Diagram } from '../diagram/diagram.tsx'
import { Story } from '../story/story.tsx'
import { RevisionContext } from '../text/revision.ts'
import { Tabs } from '../ui/tabs.tsx'
import { useMedia } from '../ui/use-media.ts'
import type { Panes } from './address.ts'
import { evidence } from './evidence.tsx'
import type { RunControls, RunView } from './playback.ts'
import styles from './lab.module.css'

interface StageProps extends Panes {
  readonly scenario: Scenario
  readonly view: RunView
  readonly controls: RunControls
}

/** Story, diagram and evidence: side by side where there is room, one at a time where there is not. */
export const Stage = ({ scenario, view, controls, pane, choosePane }: StageProps) => {
  const oneAtATime = useMedia('(max-width: 640px), (max-height: 560px)')
  const { log, place, ending, edition } = view
  const { seek } = controls
  const parts = useMemo(
    () => castOf({ scenario, revision: edition.revision, log }),
    [scenario, edition.revision, log],
  )
  const pages = useMemo(() => pagesIn(log), [log])
  const waiting = pages.some(({ at, asks }) => asks && at === place)
  // Until somebody chooses, a page that waits for its owner comes forward by itself; not where it would hide the story.
  const shown = pane ?? (oneAtATime ? 'story' : waiting ? 'browser' : 'message')
  const story = (
    <Story
      scenario={scenario}
      edition={edition}
      log={log}
      alone={view.alone}
      ending={ending}
      place={place}
      onSelect={seek}
      onDecided={(at) => {
        seek(at)
        choosePane('checks')
      }}
      onPage={waiting && shown !== 'browser' ? () => choosePane('browser') : undefined}
    />
  )
  const diagram = (
    <div className={styles['diagram']}>
      <Diagram
        log={log}
        parts={parts}
        // A program that is started takes no token: what the handshake's phases are about does not hold there.
        about={scenario.transport === 'stdio' ? scenario.phases : undefined}
        place={place}
        onSelect={seek}
      />
    </div>
  )
  const tabs = evidence({ parts, view, controls, onChoose: choosePane })
  return (
    <RevisionContext value={edition.revision}>
      {oneAtATime ? (
        <main className={styles['single']}>
          <Tabs
            label="Views"
            tabs={[
              { id: 'story', name: 'Story', content: story },
              { id: 'diagram', name: 'Diagram', content: diagram },
              ...tabs,
            ]}
            chosen={shown}
            onChoose={choosePane}
          />
        </main>
      ) : (
        <main className={styles['stage']}>
          <div className={styles['story']}>
            <h2 className="visually-hidden">Story</h2>
            {story}
          </div>
          {diagram}
          <section className={styles['evidence']} aria-label="Evidence">
            <Tabs label="Evidence" tabs={tabs} chosen={shown} onChoose={choosePane} />
          </section>
        </main>
      )}
    </RevisionContext>
  )
}
