import { use, useCallback, useMemo, useState } from 'react'
import type { Scenario } from '../../engine/index.ts'
import { Share } from '../share/share.tsx'
import { Timeline } from '../timeline/timeline.tsx'
import { DEFAULT_PACE } from '../timeline/controls.tsx'
import { useMark } from '../progress/use-progress.ts'
import { hashQuery } from '../ui/hash-location.ts'
import { useTitle } from '../ui/use-title.ts'
import { drawSeed, readAddress, useAddress, type Reading } from './address.ts'
import { bothPath } from './both-path.ts'
import { Changes } from './changes.tsx'
import { DevToolsNotice, DevToolsSwitch } from './dev-tools-switch.tsx'
import { editionOf } from './edition.ts'
import { EditionSwitch } from './edition-switch.tsx'
import { BothEndings, Header } from './header.tsx'
import { Help } from './help.tsx'
import { unpackLink } from './packed.ts'
import { Stage } from './stage.tsx'
import { Troubles } from './troubles.tsx'
import { useBeingSam } from './use-being-sam.ts'
import { useDevTools } from './use-dev-tools.ts'
import { useKeys } from './use-keys.ts'
import { useRun } from './use-run.ts'
import { WhatIf } from './what-if.tsx'
import styles from './lab.module.css'

/** One scenario, as soon as its link is read. */
export const Lab = ({ scenario }: { readonly scenario: Scenario }) => {
  const unpacking = unpackLink(hashQuery())
  if (unpacking) use(unpacking)
  return <LabPage scenario={scenario} />
}

/** One scenario: its story, its diagram, its evidence, and the timeline that moves them all. */
const LabPage = ({ scenario }: { readonly scenario: Scenario }) => {
  useTitle(`${scenario.title} · Handshake Lab`)
  const [reading, setReading] = useState<Reading>(readAddress)
  const [chosen, choose] = useState(reading.pane)
  const [pace, setPace] = useState<number>(DEFAULT_PACE)
  const [view, controls] = useRun(scenario, () => reading, pace)
  const panes = useBeingSam(view, chosen, choose)
  useAddress(scenario, view, controls, panes, setReading)
  const { log, place, playing, seed, wanted, edition } = view
  useMark(scenario.id, 'opened', true)
  useMark(scenario.id, 'seen', view.ending !== undefined && place >= log.length)
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
        whatIf={
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
        }
      >
        {scenario.kind === 'attack' && <BothEndings to={bothPath(scenario, wanted)} />}
        <Share scenario={scenario} view={view} pane={panes.pane} />
        <Help />
      </Header>
      <div>
        <DevToolsNotice devTools={devTools} />
        <Troubles view={view} reading={reading} />
        <Changes
          scenario={scenario}
          edition={editionOf(scenario, wanted)}
          decisions={wanted.decisions}
          differsFrom={view.differsFrom}
          onDecide={controls.decide}
          onForget={controls.forget}
          onSelect={onSelect}
        />
      </div>
      <Stage scenario={scenario} view={view} controls={controls} {...panes} />
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
