import { useId, useRef, type ReactNode, type ToggleEvent } from 'react'
import type { Term } from '../../engine/reference.ts'
import { glossary } from '../../scenarios/glossary.ts'
import { RichText } from '../text/rich-text.tsx'
import { stretchesOf } from './term-matcher.ts'
import styles from './words.module.css'

/** Texts with the words of the field that can be opened where they come first. Loads late: it brings the glossary. */
export const explainedIn = (texts: readonly string[]): ReadonlyMap<string, ReactNode> =>
  new Map(
    [...stretchesOf(texts, glossary)].map(([text, stretches]) => [
      text,
      stretches.map((stretch, index) =>
        stretch.term ? (
          <Word key={stretch.term.id} term={stretch.term}>
            <RichText text={stretch.text} />
          </Word>
        ) : (
          <RichText key={`${index} ${stretch.text}`} text={stretch.text} />
        ),
      ),
    ]),
  )

/** A word that says what it means when it is pressed. */
const Word = ({ term, children }: { readonly term: Term; readonly children: ReactNode }) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const onBeforeToggle = ({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
    if (newState === 'open' && button.current) putBeside(currentTarget, button.current)
  }
  return (
    <>
      <button ref={button} type="button" className={styles['word']} popoverTarget={id}>
        {children}
      </button>
      <span
        id={id}
        popover="auto"
        role="note"
        className={styles['says']}
        onBeforeToggle={onBeforeToggle}
      >
        <b className={styles['term']}>{term.term}</b>
        <RichText text={term.says} />
        <a className={styles['more']} href={`#/glossary/${term.id}`}>
          In the glossary
        </a>
      </span>
    </>
  )
}

const GAP = 6
const EDGE = 16
/** As wide as it gets, in px: see the style sheet. */
const WIDEST = 352

// Below the word, or above it where there is more room; never over the edge of the window.
const putBeside = (note: HTMLElement, word: HTMLElement) => {
  const { left, top, bottom } = word.getBoundingClientRect()
  const width = Math.min(WIDEST, innerWidth - 2 * EDGE)
  const isLow = bottom > innerHeight * 0.6
  note.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - width))}px`
  note.style.top = isLow ? 'auto' : `${bottom + GAP}px`
  note.style.bottom = isLow ? `${innerHeight - top + GAP}px` : 'auto'
}
