import {
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import styles from './tabs.module.css'

/** One of several panes in the same place. */
export interface Tab {
  readonly id: string
  readonly name: string
  /** How much there is in it. */
  readonly count?: number
  readonly content: ReactNode
  /** The pane scrolls back to its top whenever this changes. */
  readonly topAt?: string | number
}

interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Several panes, one shown at a time; arrow keys, Home and End move between the tabs. */
export const Tabs = ({ label, tabs, chosen, onChoose }: TabsProps) => {
  const group = useId()
  const list = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === chosen),
  )
  const current = tabs[index]
  const onScroll = useTopOf(pane, current?.topAt)
  const tabOf = (id: string | undefined) => `${group}-${id}`
  const shown = tabOf(current?.id)
  useLayoutEffect(() => {
    document.getElementById(shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: (index + tabs.length - 1) % tabs.length,
      ArrowRight: (index + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    const tab = to === undefined ? undefined : tabs[to]
    if (!tab) return
    event.preventDefault()
    onChoose(tab.id)
    list.current?.querySelectorAll('button')[to!]?.focus()
  }

  return (
    <div className={styles['tabs']}>
      <div
        ref={list}
        className={styles['list']}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={tabOf(id)}
            aria-selected={id === current?.id}
            aria-controls={`${group}-pane`}
            tabIndex={id === current?.id ? 0 : -1}
            className={styles['tab']}
            // Chosen with a mouse, a tab takes no focus: arrow keys go on doing what they did before.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(id)}
          >
            {name}
            {count !== undefined && <span className={styles['count']}> {count}</span>}
          </button>
        ))}
      </div>
      <div
        ref={pane}
        key={current?.id}
        id={`${group}-pane`}
        className={styles['pane']}
        role="tabpanel"
        onScroll={onScroll}
        aria-labelledby={shown}
        tabIndex={0}
      >
        <h2 className="visually-hidden">{current?.name}</h2>
        {current?.content}
      </div>
    </div>
  )
}

const useTopOf = (pane: RefObject<HTMLElement | null>, topAt: string | number | undefined) => {
  const seen = useRef(topAt)
  // To ask a pane where it stands makes the browser lay the whole page out; so it says it by itself.
  const away = useRef(false)
  useLayoutEffect(() => {
    if (seen.current === topAt) return
    seen.current = topAt
    if (topAt === undefined || !away.current) return
    away.current = false
    pane.current?.scrollTo({ top: 0 })
  }, [pane, topAt])
  return () => (away.current = (pane.current?.scrollTop ?? 0) > 0)
}
