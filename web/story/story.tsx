import { useEffect, useMemo, useRef } from 'react'
import {
  partyName,
  storyOf,
  type Ending,
  type Registration,
  type Revision,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { EndingNote } from './ending-note.tsx'
import { PassageView } from './passage.tsx'
import { QuestionAsked } from './question.tsx'
import styles from './story.module.css'

interface StoryProps {
  readonly scenario: Scenario
  readonly edition: { readonly revision: Revision; readonly registration: Registration }
  readonly log: readonly WireMessage[]
  /** The log of the run that nobody interferes with. */
  readonly alone: readonly WireMessage[]
  readonly ending: Ending | undefined
  readonly place: number
  readonly onSelect: (place: number) => void
  readonly onDecided: (place: number) => void
  /** Leads to the page that waits for an answer, when one does. */
  readonly onPage: (() => void) | undefined
}

/** The story up to the place, its latest passage in view. */
export const Story = (props: StoryProps) => {
  const { scenario, edition, log, alone, ending, place, onSelect, onDecided, onPage } = props
  const passages = useMemo(
    () => storyOf(scenario, log, edition, alone),
    [scenario, log, edition, alone],
  )
  const told = passages.filter(({ since }) => since <= place)
  const ended = ending !== undefined && place === log.length && place > 0
  const scroller = useRef<HTMLDivElement>(null)
  const latest = `${told.length} ${ended}`
  const followed = useRef('')

  useEffect(() => {
    if (followed.current === latest) return
    const first = followed.current === ''
    followed.current = latest
    showLatest(scroller.current)
    // Until the fonts have come, every line has another length.
    if (first) void document.fonts.ready.then(() => showLatest(scroller.current))
  }, [latest])

  return (
    <section ref={scroller} className={styles['story']} aria-label="Story">
      <div className={styles['opening']} data-latest={told.length === 0 || undefined}>
        <p className={styles['summary']}>
          <RichText text={scenario.summary} />
        </p>
        {scenario.opening.split('\n\n').map((paragraph) => (
          <p key={paragraph}>
            <RichText text={paragraph} />
          </p>
        ))}
        {place === 0 && log.length > 0 && (
          <button type="button" className={styles['begin']} onClick={() => onSelect(1)}>
            Send the first message
          </button>
        )}
      </div>
      <ol>
        {told.map((passage, index) => (
          <PassageView
            key={`${passage.since} ${passage.heading ?? passage.text}`}
            passage={passage}
            latest={index === told.length - 1 && !ended}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {onPage && (
        <p className={styles['turn']}>
          {partyName('owner')} is asked in the browser.{' '}
          <button type="button" className={styles['where']} onClick={onPage}>
            Be {partyName('owner')}, and answer
          </button>
        </p>
      )}
      {ended && <EndingNote ending={ending} onDecided={onDecided} />}
      {ended && ending.ending === scenario.expects && (
        <QuestionAsked key={scenario.id} question={scenario.question} />
      )}
    </section>
  )
}

const showLatest = (pane: HTMLElement | null): void => {
  const passage = pane?.querySelector<HTMLElement>('[data-latest]')
  if (!pane || !passage) return
  const room = pane.clientHeight - passage.offsetHeight
  pane.scrollTop = passage.offsetTop - Math.max(0, room / 2)
}
