import { useEffect, useState } from 'react'
import {
  labelOf,
  withDecision,
  withoutDecision,
  type Decision,
  type Scenario,
  type WireMessage,
} from '../../engine/index.ts'
import { tryIn, type Find, type Trying } from '../../engine/exercise/index.ts'
import { Actions } from '../tamper/actions.tsx'
import type { Change } from '../tamper/change.ts'
import { Fields } from '../tamper/fields.tsx'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Seen } from './use-scene.ts'
import styles from './changes.module.css'

interface FindChangesProps {
  readonly exercise: Find
  readonly scenario: Scenario
  readonly seed: string
  readonly decisions: readonly Decision[]
  readonly onDecide: (decisions: readonly Decision[]) => void
  readonly seen: Seen
}

/** What is done to messages on their way in a world with something forgotten, and who minded. */
export const FindChanges = (props: FindChangesProps) => {
  const { decisions, onDecide, seen } = props
  const trying = useTrying(props)
  const message = seen.scene?.log[seen.place - 1]
  const changes = decisions.filter((one): one is Change => 'at' in one)
  return (
    <section className={styles['changes']} aria-label="Your changes">
      <h2 className={styles['heading']}>Change a message on its way</h2>
      <div aria-live="polite">
        {trying && changes.length > 0 && (
          <p className={styles['came']} data-through={trying.gotThrough}>
            <RichText text={trying.sentence} />{' '}
            {trying.at !== undefined && (
              <button type="button" onClick={() => seen.seek(trying.at!)}>
                See message {trying.at}
              </button>
            )}
          </p>
        )}
      </div>
      {changes.length > 0 && (
        <ul className={styles['made']}>
          {changes.map((change) => (
            <li key={JSON.stringify(change)}>
              <button type="button" onClick={() => seen.seek(change.at)}>
                Message {change.at}
              </button>
              <span>{inWords(change)}</span>
              <button type="button" onClick={() => onDecide(withoutDecision(decisions, change))}>
                Undo
              </button>
            </li>
          ))}
        </ul>
      )}
      {message && message.fate !== 'duplicate' ? (
        <Editor
          message={message}
          made={changes.filter(({ at }) => at === message.id)}
          onMake={(change) => onDecide(withDecision(decisions, change))}
          onUndo={(change) => onDecide(withoutDecision(decisions, change))}
        />
      ) : (
        <p>Go to a message first: choose it in the diagram, or with the timeline.</p>
      )}
    </section>
  )
}

interface EditorProps {
  readonly message: WireMessage
  readonly made: readonly Change[]
  readonly onMake: (change: Change) => void
  readonly onUndo: (change: Change) => void
}

const Editor = ({ message, ...changing }: EditorProps) => (
  <>
    <p className={styles['which']}>
      Message {message.id}: <code>{labelOf(message)}</code>
    </p>
    <Actions key={`whole ${message.id}`} at={message.id} {...changing} />
    <details className={styles['fields']}>
      <summary>
        <Icon name="open" /> Change a field of it
      </summary>
      <Fields key={message.id} message={message} {...changing} />
    </details>
  </>
)

const inWords = (change: Change): string => {
  switch (change.kind) {
    case 'field':
      return `${change.path} is now ${change.value === '' ? 'empty' : change.value.slice(0, 60)}`
    case 'remove':
      return `${change.path} is taken away`
    case 'drop':
      return 'is dropped'
    case 'duplicate':
      return 'is sent twice'
    case 'delay':
      return `is held for ${change.seconds} seconds`
    default:
      return 'is rewritten'
  }
}

const useTrying = ({ exercise, scenario, seed, decisions }: FindChangesProps) => {
  const [trying, setTrying] = useState<Trying>()
  useEffect(() => {
    let wanted = true
    const tried =
      decisions.length === 0
        ? Promise.resolve(undefined)
        : tryIn(exercise, scenario, decisions, seed).catch((error: unknown) => ({
            gotThrough: false,
            sentence: `The run with this change could not be played: ${String(error)}`,
            at: undefined,
          }))
    void tried.then((came) => wanted && setTrying(came))
    return () => {
      wanted = false
    }
  }, [exercise, scenario, seed, decisions])
  return trying
}
