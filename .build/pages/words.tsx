import type { ReactNode } from 'react'
import { partyName, type Finding, type PartyId } from '../../engine/index.ts'

/** A party's name in the party's colour. */
export const Party = ({ id }: { readonly id: PartyId }) => (
  <span className={`party ${id}`}>{partyName(id)}</span>
)

const marks = { obeyed: '✓', broken: '✕', forgotten: '○' } as const

/** What a check came to. */
export const Verdict = ({ verdict }: { readonly verdict: Finding['verdict'] }) => (
  <span className={`verdict ${verdict}`}>
    <span aria-hidden="true">{marks[verdict]}</span> {verdict}
  </span>
)

/** A list in words: “Sam, Quill and Notes”. */
export const inAList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Our own prose without its marks, for where only text may stand. */
export const plain = (text: string): string => text.replace(/[`*]/g, '')

/** A part of a page, with its heading. */
export const Section = ({
  id,
  heading,
  children,
}: {
  readonly id: string
  readonly heading: string
  readonly children: ReactNode
}) => (
  <section id={id} aria-labelledby={`${id}-heading`}>
    <h2 id={`${id}-heading`}>{heading}</h2>
    {children}
  </section>
)
