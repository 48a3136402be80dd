import { useRef, type FocusEvent, type PointerEvent } from 'react'
import { lessonShelf } from '../../../scenarios/shelf.ts'
import { attackAt } from '../map/placed.ts'
import { Coded } from '../../text/coded.tsx'
import { Drawing } from './drawing.tsx'
import { Remote } from './remote.tsx'
import { useLive } from './use-live.ts'
import { usePlace } from './use-place.ts'
import styles from './live.module.css'

/** A real run of the first lesson, small: it plays by itself, and each message leads into the lab to that very message. */
export const Live = () => {
  const root = useRef<HTMLElement>(null)
  const live = useLive()
  const { run } = live
  const standing = usePlace(run, live.state === 'here', root)
  const { place, message, hold } = standing
  const { check } = message
  const attack = check?.holds === true ? attackAt(check.id) : undefined
  const there = `#/lab/${run.scenario}?v=2&seed=${run.seed}&at=${place}`
  const name = (party: string) => run.parts.find(({ id }) => id === party)?.name
  return (
    <section ref={root} className={styles['live']} aria-label="A handshake, as it runs">
      <p className={styles['which']}>
        <span>{TITLE}</span>
        <span key={live.state}>{provenance[live.state]}</span>
      </p>
      <a
        className={styles['stage']}
        href={there}
        aria-label={`Open message ${place} in the lab: ${message.label}`}
        onPointerEnter={({ pointerType }: PointerEvent) => pointerType === 'mouse' && hold(true)}
        onPointerLeave={() => hold(false)}
        onFocus={({ target }: FocusEvent) => hold(target.matches(':focus-visible'))}
        onBlur={() => hold(false)}
      >
        <Drawing run={run} place={place} />
      </a>
      <Remote {...standing} total={run.length} known={run.messages.length} state={live.state} />
      <div className={styles['words']}>
        <p className={styles['says']}>
          <Coded text={message.says} />
        </p>
        <p className={styles['check']}>
          {check ? (
            <>
              <span data-party={check.by}>{name(check.by)}</span>{' '}
              {check.holds ? 'checks: ' : 'refuses: '}
              <Coded text={check.says} /> <span className={styles['clause']}>{check.clause}</span>
            </>
          ) : (
            message.checks > 0 && `${counted(message.checks)} on this message, and it holds.`
          )}
        </p>
        <p className={styles['ways']}>
          <a href={there}>Open this message</a>
          {attack && (
            <span>
              Without this check: <a href={`#/lab/${attack.id}`}>{attack.title}</a>
            </span>
          )}
        </p>
      </div>
      {live.state === 'failed' && (
        <output className={styles['problem']}>
          The rest could not be played in this page: {live.problem} What stands here was played when
          the page was made.
        </output>
      )}
    </section>
  )
}

const TITLE = lessonShelf.find(({ id }) => id === 'first-contact')!.title

const provenance: Readonly<Record<ReturnType<typeof useLive>['state'], string>> = {
  coming: 'how a real run begins',
  here: 'a real run, played in this page just now',
  failed: 'how a real run begins',
}

const counted = (checks: number): string => (checks === 1 ? 'One check' : `${checks} checks`)
