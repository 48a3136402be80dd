import { useId, useRef } from 'react'
import { foresee } from '../../engine/explain.ts'
import { messageText, type WireMessage } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import type { Changing } from './change.ts'
import { useTyped } from './use-typed.ts'
import rows from './fields.module.css'
import styles from './tamper.module.css'

/** What the text of a message is called where what is typed is kept. */
export const rawOf = ({ id }: WireMessage): string => `${id} raw`

interface RawProps extends Pick<Changing, 'onMake'> {
  readonly message: WireMessage
}

/** The whole text of a message, to be written anew. */
export const Raw = ({ message, onMake }: RawProps) => {
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const sent = messageText(message)
  const [text, set] = useTyped(sent, rawOf(message))
  const changed = text !== sent
  const wanted = { kind: 'raw', at: message.id, text } as const
  const { possible, remarks } = changed
    ? foresee(message, wanted)
    : { possible: false, remarks: [] }
  const apply = () => {
    if (!possible) return
    onMake(wanted)
    input.current?.focus()
  }
  return (
    <form
      className={rows['raw']}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <label className={rows['where']} htmlFor={id}>
        The message as it goes over the wire
      </label>
      <textarea
        ref={input}
        id={id}
        className={rows['text']}
        rows={Math.min(18, text.split('\n').length + 4)}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby={`${id}-remark ${id}-keys`}
        onChange={({ currentTarget }) => set(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
        }}
      />
      <div id={`${id}-remark`} className={rows['remarks']} aria-live="polite">
        {remarks.map((remark) => (
          <p key={remark}>
            <RichText text={remark} />
          </p>
        ))}
      </div>
      <p className={rows['answers']}>
        <button type="submit" className={styles['action']} disabled={!possible}>
          Apply
        </button>
        {changed && (
          <button
            type="button"
            className={styles['link']}
            onClick={() => {
              set(sent)
              input.current?.focus()
            }}
          >
            Reset
          </button>
        )}
        <span id={`${id}-keys`} className={rows['hint']}>
          Ctrl Enter applies. What is no HTTP goes on as it is.
        </span>
      </p>
    </form>
  )
}
