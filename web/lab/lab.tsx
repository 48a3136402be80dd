import { useCallback, useMemo, useState } from 'react'
import type { Scenario } from '../../engine/index.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { DEFAULT_PACE } from '../timeline/controls.tsx'
import { useTitle } from '../ui/use-title.ts'
import { drawSeed, readAddress, useAddress, type Reading } from './address.ts'
import { Changes } from './changes.tsx'
import { DevToolsSwitch } from './dev-tools-switch.tsx'
import { EditionSwitch } from './edition-switch.tsx'
import { Header } from './header.tsx'
import { Stage } from './stage.tsx'
import { Troubles } from './troubles.tsx'
import { useDevTools } from './use-dev-tools.ts'
import { useKeys } from './use-keys.ts'
import { useRun } from './use-run.ts'
import { WhatIf } from './what-if.tsx'
import styles from './lab.module.css'

/** One scenario: its story, its diagram, its evidence, and the timeline that moves them all. */
export const Lab = ({ scenario }: { readonly scenario: Scenario }) => {
  useTitle(`${scenario.title} · Handshake Lab`)
  const [reading, setReading] = useState<Reading>(readAddress)
  const [pane, choosePane] = useState(reading.pane)
  const [pace, setPace] = useState<number>(DEFAULT_PACE)
  const [view, controls] = useRun(scenario, () => reading, pace)
  useAddress(scenario, view, controls, { pane, choosePane }, setReading)
  const { log, place, playing, seed, wanted, edition } = view
  const devTools = useDevTools(controls)
  const onSelect = useCallback((to: number) => controls.seek(to), [controls])
  useKeys(
    useMemo(
      () => ({
        ArrowRight: () => controls.seek(place + 1),
        ArrowLeft: () => controls.seek(place - 1),
        Home: () => controls.seek(0),
        End: () => controls.seek(log.length),
        ' ': playing ? controls.pause : controls.play,
      }),
      [controls, place, log, playing],
    ),
  )
  return (
    <div className={styles['page']}>
      <Header
        scenario={scenario}
        edition={<EditionSwitch scenario={scenario} wish={wanted} onChange={controls.change} />}
      >
        <WhatIf
          scenario={scenario}
          edition={edition}
          log={log}
          place={place}
          decisions={wanted.decisions}
          seed={seed}
          onDecide={controls.decide}
          onReseed={() => controls.open({ ...wanted, seed: drawSeed(), place: 0 })}
        >
          <DevToolsSwitch devTools={devTools} />
        </WhatIf>
      </Header>
      <div>
        <Troubles view={view} reading={reading} />
        <Changes
          decisions={wanted.decisions}
          differsFrom={view.differsFrom}
          onDecide={controls.decide}
          onSelect={onSelect}
        />
      </div>
      <Stage
        scenario={scenario}
        view={view}
        controls={controls}
        pane={pane}
        choosePane={choosePane}
      />
      <Timeline
        log={log}
        place={place}
        playing={playing}
        secondsPerMessage={pace}
        onSeek={onSelect}
        onPlay={controls.play}
        onPause={controls.pause}
        onPace={setPace}
      />
    </div>
  )
}
