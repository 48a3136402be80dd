import { useMemo, useRef, useState } from 'react'
import { browserAt, decidedOn, type OwnerAnswer } from '../../engine/browser.ts'
import { type Decision, type WireMessage, pagesIn } from '../../engine/index.ts'
import { LitNote } from '../value/lit-note.tsx'
import { AddressBar } from './address-bar.tsx'
import { Cookies } from './cookies.tsx'
import { PageShown } from './page-shown.tsx'
import { Pages } from './pages.tsx'
import { TitleBar } from './title-bar.tsx'
import { Turn } from './turn.tsx'
import styles from './browser-window.module.css'

interface BrowserWindowProps {
  readonly log: readonly WireMessage[]
  readonly place: number
  readonly decisions: readonly Decision[]
  /** Goes on to a place of the run that these decisions make. */
  readonly onAnswer: (decisions: readonly Decision[], place: number) => void
  readonly onSelect: (place: number) => void
  readonly onPlay: () => void
}

/** The owner's browser as it stands at a place; while a page waits for the owner, the learner can be the owner. */
export const BrowserWindow = (props: BrowserWindowProps) => {
  const { log, place, decisions, onAnswer, onSelect, onPlay } = props
  const view = useMemo(() => browserAt(log, place), [log, place])
  const pages = useMemo(() => pagesIn(log), [log])
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const frame = useRef<HTMLElement>(null)

  const answer = (given: OwnerAnswer) => {
    const decided = view.page
      ? decidedOn(view.page, given, decisions, log.slice(0, place))
      : decisions
    // The buttons are gone in a moment: whoever uses the keyboard stays in the window.
    frame.current?.focus()
    setTyped({})
    onAnswer(decided, place + 1)
  }
  return (
    <>
      <div className={styles['pane']}>
        <section
          ref={frame}
          className={styles['window']}
          data-window={view.window}
          aria-label="Sam’s browser"
          tabIndex={-1}
        >
          <TitleBar view={view} onClose={() => answer('close')} />
          <AddressBar url={view.url} />
          <PageShown
            key={view.shownBy ?? view.url}
            view={view}
            comes={pages.length > 0}
            typed={typed}
            onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
            onPress={(button) => answer({ fields: typed, button })}
          />
        </section>
        <Turn
          view={view}
          next={pages.find(({ at }) => at > place)?.at}
          onFill={setTyped}
          onPlay={onPlay}
          onSelect={onSelect}
        />
        <Cookies view={view} onSelect={onSelect} />
        <Pages pages={pages} view={view} place={place} onSelect={onSelect} />
      </div>
      <LitNote place={place} onSelect={onSelect} />
    </>
  )
}
