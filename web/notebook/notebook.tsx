import { notebookAt, partyName, type Note, type WireMessage } from '../../engine/index.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { LitNote } from '../value/lit-note.tsx'
import { shortened } from '../value/shortened.ts'
import { Value } from '../value/value.tsx'
import styles from './notebook.module.css'

interface NotebookProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly onSelect: (place: number) => void
}

const ways: Readonly<Record<Note['how'], string>> = {
  received: 'It was sent to him',
  made: 'He made it',
  overheard: 'He read along',
}

/** What the attacker has written down by now, the latest first, and what each thing lets him do. */
export const Notebook = ({ log, place, onSelect }: NotebookProps) => {
  const notes = notebookAt(log, place)
  const name = partyName('attacker')
  if (notes.length === 0)
    return (
      <p className={styles['none']}>
        {name} holds nothing yet. Whatever is sent to him, or whatever he reads along, is written
        down here from the message on with which he has it.
      </p>
    )
  return (
    <>
      <ol className={styles['notes']}>
        {notes.toReversed().map((note) => (
          <NoteView
            key={`${note.name} ${note.value}`}
            note={note}
            fresh={note.since === place}
            onSelect={onSelect}
          />
        ))}
      </ol>
      <LitNote place={place} onSelect={onSelect} />
    </>
  )
}

interface NoteViewProps {
  readonly note: Note
  /** Whether he has it since the current message. */
  readonly fresh: boolean
  readonly onSelect: (place: number) => void
}

const NoteView = ({ note: { name, value, since, how, lets }, fresh, onSelect }: NoteViewProps) => (
  <li className={styles['note']} data-fresh={fresh || undefined}>
    <div className={styles['head']}>
      <h3 className={styles['name']}>
        {name}
        {fresh && <span className={styles['fresh']}> new</span>}
      </h3>
      <code className={styles['value']}>
        <Value value={value} shown={shortened(value)} />
      </code>
      <CopyButton text={value}>
        Copy<span className="visually-hidden"> {name}</span>
      </CopyButton>
    </div>
    <p>{lets}</p>
    <p className={styles['since']}>
      {ways[how]} with{' '}
      <button type="button" onClick={() => onSelect(since)}>
        message {since}
      </button>
    </p>
  </li>
)
