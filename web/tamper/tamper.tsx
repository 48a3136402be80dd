import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { originalOf } from '../../engine/explain.ts'
import {
  labelOf,
  messageText,
  purposeIn,
  withDecision,
  withoutDecision,
  type Decision,
  type Ending,
  type WireMessage,
} from '../../engine/index.ts'
import { Actions } from './actions.tsx'
import type { Change, Changing } from './change.ts'
import { Copy } from './copy.tsx'
import { Fields } from './fields.tsx'
import { Outcome } from './outcome.tsx'
import { Raw, rawOf } from './raw.tsx'
import { unsentOver } from './unsent.ts'
import { Views, type ViewId } from './views.tsx'
import styles from './tamper.module.css'

interface TamperProps {
  readonly log: readonly WireMessage[]
  /** The run in which nobody interferes. */
  readonly alone: readonly WireMessage[]
  readonly place: number
  readonly ending: Ending | undefined
  /** What was decided in the run that is shown. */
  readonly decisions: readonly Decision[]
  /** What is decided in the run that is being played; soon the one that is shown. */
  readonly wanted: readonly Decision[]
  readonly onDecide: (decisions: readonly Decision[], place: number) => void
  readonly onSelect: (place: number) => void
}

/** What can be done to the last message shown while it is on its way, and what came of it. */
export const Tamper = ({ log, alone, place, ending, decisions, wanted, ...on }: TamperProps) => {
  const [chosen, choose] = useState<ViewId>()
  const outcome = useRef<HTMLElement>(null)
  const message = log[place - 1]
  const pane = useRef<HTMLElement>(null)
  useFocusInView(pane, log)
  const made = useMemo(
    () => decisions.filter((one): one is Change => 'at' in one && one.at === message?.id),
    [decisions, message],
  )
  if (!message)
    return (
      <p className={styles['none']}>
        Here a message can be held, lost, sent twice or rewritten while it is on its way. Nothing
        has been sent yet: go to a message first.
      </p>
    )
  const original = originalOf(log, message)
  if (message.fate === 'duplicate')
    return <Copy message={message} original={original} onSelect={on.onSelect} />
  const changing: Changing = {
    onMake: (change) => on.onDecide(withDecision(wanted, change), message.id),
    onUndo: (change) => {
      on.onDecide(withoutDecision(wanted, change), message.id)
      // What was pressed is gone: whoever uses the keyboard is led to what is left.
      outcome.current?.focus()
    },
  }
  // Who was writing a message anew goes on with that.
  const writing = unsentOver(rawOf(message), messageText(message)) !== undefined
  const view = chosen ?? (writing ? 'raw' : 'fields')
  return (
    <article ref={pane} className={styles['tamper']}>
      <Outcome
        ref={outcome}
        message={message}
        made={made}
        log={log}
        alone={alone}
        ending={ending}
        onUndo={changing.onUndo}
        onSelect={on.onSelect}
      />
      <header className={styles['head']}>
        <h2 className={styles['heading']}>
          <span className={styles['id']}>{message.id}</span> {purposeIn(message)}
        </h2>
        <code className={styles['label']}>{labelOf(message)}</code>
      </header>
      <Actions key={`whole ${message.id}`} at={message.id} made={made} {...changing} />
      {message.kind !== 'act' && <Views chosen={view} onChoose={choose} />}
      {view === 'raw' && message.kind !== 'act' ? (
        <Raw key={message.id} message={message} {...changing} />
      ) : (
        <Fields key={message.id} message={message} made={made} {...changing} />
      )}
    </article>
  )
}

/** What came of a change stands above and may push the field that was changed out of view: it is brought back. */
const useFocusInView = (pane: RefObject<HTMLElement | null>, log: readonly WireMessage[]) => {
  const seen = useRef(log)
  useLayoutEffect(() => {
    if (seen.current === log) return
    seen.current = log
    const { activeElement } = document
    if (pane.current?.contains(activeElement)) activeElement?.scrollIntoView({ block: 'nearest' })
  }, [pane, log])
}
