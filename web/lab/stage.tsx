import { useMemo } from 'react'
import { type Scenario, castOf, pagesIn } from '../../engine/index.ts'
import type { DiagramProps } from '../diagram/diagram-props.ts'
import { EarlyDiagram } from '../diagram/early.tsx'
import { RevisionContext } from '../text/revision.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Tabs, type Tab } from '../ui/tabs.tsx'
import { useMedia } from '../ui/use-media.ts'
import { LogContext } from '../value/lit.ts'
import { tabOf } from './attack-tabs.tsx'
import { evidence } from './evidence.tsx'
import { firstPicture, useFirstPicture } from './first-picture.ts'
import type { RunControls, RunView } from './playback.ts'
import { Panes as SideBySide } from './panes.tsx'
import { Told } from './told.tsx'
import type { PanesAsSam } from './use-being-sam.ts'
import { useKeys } from './use-keys.ts'
import styles from './lab.module.css'

const Diagram = lazy(() =>
  firstPicture
    .then(() => import('../diagram/diagram.tsx'))
    .then(({ Diagram: it }) => ({ default: it })),
)

const Strip = lazy(() => import('../notebook/strip.tsx').then(({ Strip: it }) => ({ default: it })))

interface StageProps extends PanesAsSam {
  readonly scenario: Scenario
  readonly view: RunView
  readonly controls: RunControls
}

/** Story, diagram and evidence: side by side where there is room, one at a time where there is not. */
export const Stage = ({ scenario, view, controls, pane, choosePane, beSam }: StageProps) => {
  const oneAtATime = useMedia('(max-width: 640px), (max-height: 560px)')
  const { log, place, edition } = view
  const { seek } = controls
  const attack = scenario.kind === 'attack'
  const parts = useMemo(
    () => castOf({ scenario, revision: edition.revision, log }),
    [scenario, edition.revision, log],
  )
  const pages = useMemo(() => pagesIn(log), [log])
  const asked = useMemo(() => pages.flatMap(({ at, asks }) => (asks ? [at] : [])), [pages])
  const waiting = asked.includes(place)
  // Until somebody chooses, a page that waits for its owner comes forward by itself; not where it would hide the story.
  const shown = pane ?? (oneAtATime ? 'story' : waiting ? 'browser' : 'message')
  const story = (
    <Told
      scenario={scenario}
      view={view}
      controls={controls}
      onDecided={(at) => {
        seek(at)
        choosePane('checks')
      }}
      asked={asked}
      onPage={waiting && shown !== 'browser' ? beSam : undefined}
    />
  )
  const figure: DiagramProps = {
    log,
    parts,
    // Where no client connects as clients do, the story says better what its phases are about.
    about: scenario.transport === 'stdio' || attack ? scenario.phases : undefined,
    place,
    decided: view.ending?.at,
    onSelect: seek,
  }
  const diagram = (
    <div className={styles['diagram']}>
      <Later name="The diagram" meanwhile={<EarlyDiagram {...figure} />}>
        <Diagram {...figure} />
      </Later>
      {attack && !oneAtATime && (
        <div className={styles['strip']}>
          <Later name="The notebook">
            <Strip log={log} place={place} onOpen={() => choosePane('notebook')} />
          </Later>
        </div>
      )}
    </div>
  )
  useFirstPicture(log.length > 0 || view.defect !== undefined)
  const tabs = evidence({
    scenario,
    parts,
    view,
    controls,
    chosen: shown,
    onChoose: choosePane,
    onAnswered: beSam,
  })
  const views = oneAtATime
    ? [
        { id: 'story', name: 'Story', content: story },
        { id: 'diagram', name: 'Diagram', content: diagram },
        ...tabs,
      ]
    : tabs
  usePaneKeys(views, choosePane)
  return (
    <RevisionContext value={edition.revision}>
      <LogContext value={log}>
        {oneAtATime ? (
          <main className={styles['single']}>
            <Tabs label="Views" swiped tabs={views} chosen={tabOf(shown)} onChoose={choosePane} />
          </main>
        ) : (
          <SideBySide
            story={story}
            diagram={diagram}
            renderEvidence={(fold) => (
              <Tabs label="Evidence" tabs={tabs} chosen={tabOf(shown)} onChoose={choosePane}>
                {fold}
              </Tabs>
            )}
          />
        )}
      </LogContext>
    </RevisionContext>
  )
}

/** The keys 1 to 9, and 0 for the tenth, choose the panes in the order of their tabs. */
const usePaneKeys = (tabs: readonly Tab[], choose: (pane: string) => void) => {
  const ids = tabs.map(({ id }) => id).join(' ')
  useKeys(
    useMemo(
      () =>
        Object.fromEntries(
          ids.split(' ').map((id, index) => [String((index + 1) % 10), () => choose(id)]),
        ),
      [ids, choose],
    ),
  )
}
