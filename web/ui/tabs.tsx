import {
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { Icon } from './icon.tsx'
import { TabMenu } from './tab-menu.tsx'
import { useFitting } from './use-fitting.ts'
import { useSwipe } from './use-swipe.ts'
import styles from './tabs.module.css'

/** One of several panes in the same place. */
export interface Tab {
  readonly id: string
  readonly name: string
  /** How much there is in it; where it varies, 0 keeps the room. */
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
  /** Whether a finger may swipe from pane to pane. */
  readonly swiped?: boolean
  /** What stands at the end of the row. */
  readonly children?: ReactNode
}

/** Several panes, one shown at a time. No tab is ever cut: those that find no room are in a menu, and never the chosen one. */
export const Tabs = ({ label, tabs, chosen, onChoose, swiped = false, children }: TabsProps) => {
  const group = useId()
  const pane = useRef<HTMLDivElement>(null)
  const index = Math.max(
    0,
    tabs.findIndex(({ id }) => id === chosen),
  )
  const current = tabs[index]
  const names = tabs.map(({ name }) => name)
  const { row, ruler, shown } = useFitting(names, index)
  const onScroll = useTopOf(pane, current?.topAt)
  const tabOf = (id: string | undefined) => `${group}-${id}`
  const whole = useRef<HTMLDivElement>(null)
  const { from, go } = useNeighbours(whole, tabs, index, onChoose, swiped)
  const keyed = useRef(false)
  useLayoutEffect(() => {
    if (keyed.current) document.getElementById(`${group}-${chosen}`)?.focus()
    keyed.current = false
  }, [group, chosen])

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    keyed.current = true
    go(to)
  }
  return (
    <div ref={whole} className={styles['tabs']}>
      <div className={styles['bar']}>
        <div ref={row} className={styles['row']}>
          <div
            className={styles['list']}
            role="tablist"
            aria-label={label}
            tabIndex={-1}
            onKeyDown={onKeyDown}
          >
            {shown.map((at) => (
              <button
                key={tabs[at]!.id}
                type="button"
                role="tab"
                id={tabOf(tabs[at]!.id)}
                aria-selected={at === index}
                aria-controls={`${group}-pane`}
                tabIndex={at === index ? 0 : -1}
                className={styles['tab']}
                title={`${tabs[at]!.name} (${keyOf(at)})`}
                // Chosen with a mouse, a tab takes no focus: arrow keys go on doing what they did before.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(tabs[at]!.id)}
              >
                <Named tab={tabs[at]!} />
              </button>
            ))}
          </div>
          {shown.length < tabs.length && (
            <TabMenu
              label={`More ${label.toLowerCase()}`}
              items={tabs.flatMap(({ id, name }, at) =>
                shown.includes(at) ? [] : [{ id, name, key: keyOf(at) }],
              )}
              onChoose={(id) => {
                keyed.current = true
                onChoose(id)
              }}
            />
          )}
          <div ref={ruler} className={styles['ruler']} aria-hidden="true">
            {tabs.map((tab) => (
              <span key={tab.id} className={styles['tab']}>
                <Named tab={{ ...tab, ...(tab.count !== undefined && { count: 0 }) }} />
              </span>
            ))}
            <span className={styles['tab']}>
              More <Icon name="more" />
            </span>
          </div>
        </div>
        {children}
      </div>
      <div
        ref={pane}
        key={current?.id}
        id={`${group}-pane`}
        className={styles['pane']}
        role="tabpanel"
        onScroll={onScroll}
        aria-labelledby={tabOf(current?.id)}
        tabIndex={0}
        data-from={from}
      >
        <h2 className="visually-hidden">{current?.name}</h2>
        {current?.content}
      </div>
    </div>
  )
}

/** The key of a pane: the tenth is 0. */
const keyOf = (index: number): string => String((index + 1) % 10)

const Named = ({ tab: { name, count } }: { readonly tab: Tab }) => (
  <>
    {name}
    {count !== undefined && <span className={styles['count']}> {count > 0 && count}</span>}
  </>
)

/** Goes from pane to pane, by key or finger, and knows from which side the last one came. */
const useNeighbours = (
  area: RefObject<HTMLElement | null>,
  tabs: readonly Tab[],
  index: number,
  onChoose: (id: string) => void,
  swiped: boolean,
) => {
  const [from, setFrom] = useState<'left' | 'right'>()
  const latest = useRef({ tabs, index, onChoose })
  useLayoutEffect(() => {
    latest.current = { tabs, index, onChoose }
  })
  const go = useCallback((to: number) => {
    const { tabs, onChoose } = latest.current
    const tab = tabs.at(to % tabs.length)
    if (tab) onChoose(tab.id)
  }, [])
  const onSwipe = useCallback(
    (way: 1 | -1) => {
      const to = latest.current.index + way
      // The first and the last are ends: a finger that swipes on finds nothing.
      if (to < 0 || to >= latest.current.tabs.length) return
      setFrom(way > 0 ? 'right' : 'left')
      go(to)
    },
    [go],
  )
  useSwipe(area, swiped ? onSwipe : undefined)
  return { from, go }
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
