import { memo, useLayoutEffect, useRef } from 'react'
import type { Node, NodeProps } from '@xyflow/react'
import { arrived, lineOf, overheardWords } from '../../engine/index.ts'
import { useMark } from '../value/lit.ts'
import { Arrow } from './arrow.tsx'
import { Beads } from './beads.tsx'
import { useShared, useTelling } from './cursor.ts'
import type { Row, Text } from './geometry.ts'
import { Leak } from './leak.tsx'
import { Marks } from './marks.tsx'
import { tallyInWords, tallyOf } from './tally.ts'
import css from './message-row.module.css'

export type MessageNode = Node<{ row: Row }, 'message'>

/** One message of the figure. Its data never changes; what has been told of it, it asks the cursor. */
export const MessageRow = memo(({ data }: Pick<NodeProps<MessageNode>, 'data'>) => {
  const { row } = data
  const { message, from, to } = row
  const { cursor, onSelect } = useShared()
  const { standing, findings, reachable } = useTelling(message)
  const mark = useMark(message)
  const button = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    if (reachable && cursor.claimFocus(message.id)) button.current?.focus({ preventScroll: true })
  }, [cursor, reachable, message.id])

  const rightwards = to >= from
  const checks = tallyInWords(message, findings)
  const lit = mark && (mark.kin ? 'kin' : 'value')
  return (
    <button
      ref={button}
      type="button"
      className={css['row']}
      data-standing={standing}
      data-row={message.id}
      data-lit={lit}
      style={{ ['--arrow' as string]: `${row.arrow}px` }}
      tabIndex={reachable ? 0 : -1}
      aria-current={standing === 'current' ? 'step' : undefined}
      aria-label={
        standing === 'coming'
          ? `${lineOf(message)}, still to come`
          : [
              lineOf(message),
              overheardWords(message),
              checks,
              lit && 'carries the value that is lit',
            ]
              .filter(Boolean)
              .join('; ')
      }
      onClick={() => onSelect(message.id)}
    >
      <span className={css['number']}>{message.id}</span>
      <Label text={row.label} />
      <Arrow
        from={from}
        to={to}
        channel={message.channel}
        kind={message.kind}
        lost={!arrived(message)}
      />
      {row.leak && <Leak {...row.leak} />}
      {mark && <Beads mark={mark} row={row} />}
      <Purpose text={row.purpose} altered={message.fate !== undefined} />
      <Marks tally={tallyOf(findings, 'sender')} x={from} side={rightwards ? 'left' : 'right'} />
      <Marks tally={tallyOf(findings, 'receiver')} x={to} side={rightwards ? 'right' : 'left'} />
    </button>
  )
})

const Label = ({ text: { lines, middle } }: { text: Text }) => (
  <span className={css['label']} style={{ left: middle }}>
    {lines.map((line) => (
      <span key={line} className={css['line']}>
        {line}
      </span>
    ))}
  </span>
)

const Purpose = ({ text: { lines, middle }, altered }: { text: Text; altered: boolean }) => (
  <span className={css['purpose']} data-altered={altered || undefined} style={{ left: middle }}>
    {lines}
  </span>
)
