import { useState } from 'react'
import type { Scenario } from '../../engine/index.ts'
import { Diagram } from '../diagram/diagram.tsx'
import { Story } from '../story/story.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useMedia } from '../ui/use-media.ts'
import { evidence } from './evidence.tsx'
import type { RunView } from './use-run.ts'
import styles from './lab.module.css'

interface StageProps {
  readonly scenario: Scenario
  readonly view: RunView
  readonly onSelect: (place: number) => void
}

/** Story, diagram and evidence: side by side where there is room, one at a time where there is not. */
export const Stage = ({ scenario, view, onSelect }: StageProps) => {
  const oneAtATime = useMedia('(max-width: 640px), (max-height: 560px)')
  const [chosen, setChosen] = useState('message')
  const [only, setOnly] = useState('story')
  const { log, place, ending } = view
  const choose = oneAtATime ? setOnly : setChosen
  const story = (
    <Story
      scenario={scenario}
      log={log}
      ending={ending}
      place={place}
      onSelect={onSelect}
      onDecided={(at) => {
        onSelect(at)
        choose('checks')
      }}
    />
  )
  const diagram = (
    <div className={styles['diagram']}>
      <Diagram log={log} place={place} onSelect={onSelect} />
    </div>
  )
  const tabs = evidence(view, onSelect, () => choose('checks'))
  if (oneAtATime)
    return (
      <main className={styles['single']}>
        <Tabs
          label="Views"
          tabs={[
            { id: 'story', name: 'Story', content: story },
            { id: 'diagram', name: 'Diagram', content: diagram },
            ...tabs,
          ]}
          chosen={only}
          onChoose={setOnly}
        />
      </main>
    )
  return (
    <main className={styles['stage']}>
      <div className={styles['story']}>
        <h2 className="visually-hidden">Story</h2>
        {story}
      </div>
      {diagram}
      <section className={styles['evidence']} aria-label="Evidence">
        <Tabs label="Evidence" tabs={tabs} chosen={chosen} onChoose={setChosen} />
      </section>
    </main>
  )
}
