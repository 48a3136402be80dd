import { useLayoutEffect, useMemo, useRef } from 'react'
import {
  laterInWords,
  phaseNames,
  type Part,
  type Phase,
  type WireMessage,
} from '../../engine/index.ts'
import { LitNote } from '../value/lit-note.tsx'
import { Entry } from './entry.tsx'
import css from './transcript.module.css'

export interface TranscriptProps {
  readonly parts: readonly Part[]
  readonly log: readonly WireMessage[]
  /** How many messages have been told. */
  readonly place: number
  readonly onSelect: (place: number) => void
}

/** About how tall an entry is, in rem. */
const ENTRY_HEIGHT = 4

/** The diagram in words: who takes part, every message in order under its phase, every check made on it. */
export const Transcript = ({ parts, log, place, onSelect }: TranscriptProps) => {
  const sections = useMemo(() => sectionsOf(log), [log])
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    root.current?.querySelector(`[data-message='${place}']`)?.scrollIntoView({ block: 'center' })
  }, [place])
  return (
    <>
      <div ref={root} className={css['transcript']} data-place={place === 0 ? 'start' : undefined}>
        <Parties parts={parts} />
        {sections.map(({ phase, messages }) => {
          const [first, last] = [messages[0]!.message.id, messages.at(-1)!.message.id]
          const now = place >= first && place <= last
          return (
            <section
              key={first}
              className={css['section']}
              data-now={now || undefined}
              style={{ containIntrinsicBlockSize: `auto ${messages.length * ENTRY_HEIGHT}rem` }}
            >
              <h3 className={css['phase']}>{phaseNames[phase]}</h3>
              <ol className={css['messages']} start={first}>
                {messages.map(({ message, later }) => (
                  <Entry
                    key={message.id}
                    message={message}
                    later={later}
                    current={message.id === place}
                    told={toldOf(message, place)}
                    onSelect={onSelect}
                  />
                ))}
              </ol>
            </section>
          )
        })}
      </div>
      <LitNote place={place} onSelect={onSelect} />
    </>
  )
}

/** The place as far as it matters to this message: once all of its checks are made, it no longer does. */
const toldOf = ({ id, findings }: WireMessage, place: number): number => {
  const last = Math.max(id, ...findings.map(({ since }) => since))
  return place >= id && place < last ? place : Infinity
}

interface Section {
  readonly phase: Phase
  readonly messages: { message: WireMessage; later: string | undefined }[]
}

const sectionsOf = (log: readonly WireMessage[]): Section[] => {
  const sections: Section[] = []
  for (const [at, message] of log.entries()) {
    if (sections.at(-1)?.phase !== message.phase)
      sections.push({ phase: message.phase, messages: [] })
    sections.at(-1)!.messages.push({ message, later: laterInWords(log[at - 1]?.at, message.at) })
  }
  return sections
}

const Parties = ({ parts }: { readonly parts: readonly Part[] }) => (
  <section>
    <h3 className={css['phase']}>Who takes part</h3>
    <ul className={css['parties']}>
      {parts.map(({ id, name, is, origin }) => (
        <li key={id}>
          <strong style={{ color: `var(--party-${id})` }}>{name}</strong>, {is}
          {origin && `, ${origin.includes('://') ? 'at' : 'on'} ${origin}`}
        </li>
      ))}
    </ul>
  </section>
)
