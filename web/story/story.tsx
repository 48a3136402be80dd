import { useCallback, useLayoutEffect, useMemo, type ReactNode } from 'react'
import {
  partyName,
  storyOf,
  type CheckId,
  type Ending,
  type Passage,
  type Registration,
  type Revision,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { useArrival } from './arrival.ts'
import { Arriving } from './arriving.tsx'
import { useFollowing } from './following.ts'
import { onwardsFrom } from './onwards.ts'
import { PassageView } from './passage.tsx'
import styles from './story.module.css'

const LessonEnding = lazy(() =>
  import('./lesson-ending.tsx').then(({ LessonEnding: it }) => ({ default: it })),
)

interface StoryProps {
  readonly scenario: Scenario
  readonly edition: {
    readonly revision: Revision
    readonly registration: Registration
    readonly variant: string | undefined
    readonly forget: readonly CheckId[]
  }
  readonly log: readonly WireMessage[]
  /** The log of the run that nobody interferes with. */
  readonly alone: readonly WireMessage[]
  readonly outcome: Ending | undefined
  readonly place: number
  readonly onSelect: (place: number) => void
  readonly onDecided: (place: number) => void
  /** Leads to the page that waits for an answer, when one does. */
  readonly onPage: (() => void) | undefined
  /** Hears where the next step leads, for whoever takes it with a key. */
  readonly onNext: (to: number | undefined) => void
  /** Which telling of it this is, where there are several. */
  readonly telling?: ReactNode
  /** What is asked in the middle: after how many messages, and whether the rest waits for the answer. */
  readonly bet?: {
    readonly after: number
    readonly hides: boolean
    readonly open: boolean
    readonly content: ReactNode
  }
  /** What stands at the end of an attack. */
  readonly ending?: ReactNode
}

/** The story up to the place, its latest passage in view. */
export const Story = (props: StoryProps) => {
  const { scenario, edition, log, alone, outcome, place, bet } = props
  const passages = useMemo(
    () => storyOf(scenario, log, edition, alone, outcome),
    [scenario, log, edition, alone, outcome],
  )
  const asked = bet !== undefined && place >= bet.after
  const until = asked && bet.hides ? bet.after : place
  const told = passages.filter(({ since }) => since <= until)
  const before = asked ? told.filter(({ since }) => since <= bet.after) : told
  const after = told.slice(before.length)
  const ended = outcome !== undefined && until === log.length && place > 0
  const next = onwardsFrom({ passages, place, length: log.length, bet })
  // What is told at the very end is read before how it ended.
  const parting = told.at(-1)?.since === log.length ? told.at(-1) : undefined
  const last = ended ? parting : asked && after.length === 0 ? undefined : told.at(-1)
  const reached = `${place === 0} ${passages.filter(({ since }) => since <= place).length} ${asked} ${outcome !== undefined && place === log.length}`
  const { onSelect, onNext } = props
  const step = place === 0 ? 1 : next?.to
  useLayoutEffect(() => onNext(step), [onNext, step])
  const [scroller, follow] = useFollowing(reached, asked && bet.hides)
  const { onUsed, arrive } = useArrival(scroller)
  const onArrival = useCallback(() => {
    follow()
    arrive()
  }, [follow, arrive])

  return (
    <section
      ref={scroller}
      className={styles['story']}
      aria-label="Story"
      onClickCapture={onUsed}
      onSubmitCapture={onUsed}
    >
      <Opening {...props} latest={told.length === 0} />
      <Passages passages={before} last={last} onSelect={props.onSelect} />
      {asked && (
        <Arriving latest={after.length === 0 && !ended} onArrival={onArrival}>
          {bet.content}
        </Arriving>
      )}
      <Passages passages={after} last={last} onSelect={props.onSelect} />
      {next && (
        <button
          type="button"
          className={styles['onwards']}
          data-arrival
          aria-keyshortcuts="n"
          onClick={() => onSelect(next.to)}
        >
          {next.says}
        </button>
      )}
      {props.onPage && (
        <p className={styles['turn']}>
          {partyName('owner')} is asked in the browser.{' '}
          <button type="button" className={styles['where']} onClick={props.onPage}>
            Be {partyName('owner')}, and answer
          </button>
        </p>
      )}
      {ended && (
        <Arriving latest={!parting} onArrival={onArrival}>
          {props.ending ?? (
            <Later name="The ending">
              <LessonEnding {...props} outcome={outcome} />
            </Later>
          )}
        </Arriving>
      )}
    </section>
  )
}

const Opening = ({
  scenario,
  log,
  place,
  telling,
  latest,
  onSelect,
}: StoryProps & { readonly latest: boolean }) => (
  <div className={styles['opening']} data-latest={latest || undefined}>
    {
      // What an attack comes to is what its reader is asked to bet on.
      scenario.kind === 'lesson' && (
        <p className={styles['summary']}>
          <RichText text={scenario.summary} />
        </p>
      )
    }
    {place === 0 && log.length > 0 && (
      <p className={styles['start']}>
        <button type="button" className={styles['begin']} onClick={() => onSelect(1)}>
          Send the first message
        </button>
        <span className={styles['hint']}>
          or press <kbd>→</kbd>
        </span>
      </p>
    )}
    {scenario.opening.split('\n\n').map((paragraph) => (
      <p key={paragraph}>
        <RichText text={paragraph} />
      </p>
    ))}
    {telling}
  </div>
)

const Passages = ({
  passages,
  last,
  onSelect,
}: {
  readonly passages: readonly Passage[]
  readonly last: Passage | undefined
  readonly onSelect: (place: number) => void
}) =>
  passages.length === 0 ? null : (
    <ol>
      {passages.map((passage) => (
        <PassageView
          key={`${passage.since} ${passage.heading ?? passage.text}`}
          passage={passage}
          latest={passage === last}
          onSelect={onSelect}
        />
      ))}
    </ol>
  )
