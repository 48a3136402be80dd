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
  /** After which messages a page asks somebody who may want to answer. */
  readonly asked?: readonly number[] | undefined
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
  /** Gives texts with their words explained, in the order in which they are read. */
  readonly explain?: ((texts: readonly string[]) => ReadonlyMap<string, ReactNode>) | undefined
}

/** The story up to the place, its latest passage in view. */
export const Story = (props: StoryProps) => {
  const { scenario, edition, log, alone, outcome, place, bet, explain } = props
  const passages = useMemo(
    () => storyOf(scenario, log, edition, alone, outcome),
    [scenario, log, edition, alone, outcome],
  )
  const explained = useMemo(
    () => explain?.([...paragraphsOf(scenario), ...passages.map(({ text }) => text)]),
    [explain, scenario, passages],
  )
  const asked = bet !== undefined && place >= bet.after
  const until = asked && bet.hides ? bet.after : place
  const told = passages.filter(({ since }) => since <= until)
  const before = asked ? told.filter(({ since }) => since <= bet.after) : told
  const after = told.slice(before.length)
  const ended = outcome !== undefined && until === log.length && place > 0
  const next = onwardsFrom({ passages, place, length: log.length, asked: props.asked ?? [], bet })
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
      <Opening {...props} latest={told.length === 0} explained={explained} />
      <Passages passages={before} last={last} onSelect={props.onSelect} explained={explained} />
      {asked && (
        <Arriving latest={after.length === 0 && !ended} onArrival={onArrival}>
          {bet.content}
        </Arriving>
      )}
      <Passages passages={after} last={last} onSelect={props.onSelect} explained={explained} />
      {(props.onPage || props.asked?.includes(place)) && (
        <p className={styles['turn']}>
          {partyName('owner')} is asked in the browser{props.onPage ? '. ' : ' beside this.'}
          {props.onPage && (
            <button type="button" className={styles['where']} onClick={props.onPage}>
              Be {partyName('owner')}, and answer
            </button>
          )}
        </p>
      )}
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

type Explained = ReadonlyMap<string, ReactNode> | undefined

const paragraphsOf = ({ opening }: Scenario): readonly string[] => opening.split('\n\n')

const Opening = ({
  scenario,
  log,
  place,
  telling,
  latest,
  onSelect,
  explained,
}: StoryProps & { readonly latest: boolean; readonly explained: Explained }) => (
  <div className={styles['opening']} data-latest={latest || undefined}>
    {
      // What an attack comes to is what its reader is asked to bet on.
      scenario.kind === 'lesson' && (
        <p className={styles['summary']}>
          <RichText text={scenario.summary} />
        </p>
      )
    }
    {place === 0 && (
      <p className={styles['start']}>
        <button
          type="button"
          className={styles['begin']}
          disabled={log.length === 0}
          onClick={() => onSelect(1)}
        >
          Send the first message
        </button>
        <span className={styles['hint']}>
          or press <kbd>→</kbd>
        </span>
      </p>
    )}
    {paragraphsOf(scenario).map((paragraph) => (
      <p key={paragraph}>{explained?.get(paragraph) ?? <RichText text={paragraph} />}</p>
    ))}
    {telling}
  </div>
)

const Passages = ({
  passages,
  last,
  onSelect,
  explained,
}: {
  readonly passages: readonly Passage[]
  readonly last: Passage | undefined
  readonly onSelect: (place: number) => void
  readonly explained: Explained
}) =>
  passages.length === 0 ? null : (
    <ol>
      {passages.map((passage) => (
        <PassageView
          key={`${passage.since} ${passage.heading ?? passage.text}`}
          passage={passage}
          latest={passage === last}
          onSelect={onSelect}
          explained={explained?.get(passage.text)}
        />
      ))}
    </ol>
  )
