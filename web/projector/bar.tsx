import { useEffect, useRef } from 'react'
import type { Standing } from '../workshop/timetable.ts'
import type { Pace } from './pace.ts'
import type { Controls } from './use-pace.ts'
import styles from './bar.module.css'

/** What a projector shows. */
export type Panel = 'now' | 'go' | 'join'

interface BarProps {
  readonly panel: Panel
  readonly onPanel: (panel: Panel) => void
  readonly running: boolean
  readonly begun: boolean
  readonly pace: Pace
  readonly due: Standing | undefined
  readonly of: number
  readonly controls: Controls
}

/** What can be pressed, each with its key. */
export const Bar = ({ panel, onPanel, running, begun, pace, due, of, controls }: BarProps) => {
  const turn = (to: Panel) => onPanel(panel === to ? 'now' : to)
  const isElsewhere =
    (due?.kind === 'at' && due.index !== pace.at) || (due?.kind === 'after' && pace.at < of)
  const acts: readonly Act[] = [
    {
      keys: [' '],
      sign: 'Space',
      name: running ? 'Pause' : begun ? 'Go on' : 'Start',
      act: controls.toggle,
    },
    {
      keys: ['ArrowLeft', 'PageUp'],
      sign: '←',
      name: 'Back',
      act: () => controls.go(pace.at - 1),
      off: pace.at === 0,
    },
    {
      keys: ['ArrowRight', 'PageDown'],
      sign: '→',
      name: 'Next',
      act: () => controls.go(pace.at + 1),
      off: pace.at >= of,
    },
    ...(isElsewhere
      ? [{ keys: ['t'], sign: 'T', name: 'To the timetable', act: controls.catchUp }]
      : []),
    ...(begun && !running
      ? [{ keys: ['b'], sign: 'B', name: 'Begin anew', act: controls.restart }]
      : []),
    { keys: ['g'], sign: 'G', name: 'Everyone go to', act: () => turn('go'), on: panel === 'go' },
    { keys: ['j'], sign: 'J', name: 'The link', act: () => turn('join'), on: panel === 'join' },
  ]
  useKeys(acts, () => onPanel('now'))
  return (
    <nav className={styles['bar']} aria-label="The projector">
      {acts.map(({ sign, name, act, off, on }) => (
        <button
          key={sign}
          type="button"
          aria-disabled={off || undefined}
          aria-pressed={on}
          aria-keyshortcuts={sign}
          onClick={() => off || act()}
        >
          {name} <kbd aria-hidden="true">{sign}</kbd>
        </button>
      ))}
    </nav>
  )
}

interface Act {
  readonly keys: readonly string[]
  /** The key as it is shown. */
  readonly sign: string
  readonly name: string
  readonly act: () => void
  readonly off?: boolean
  readonly on?: boolean
}

/** Keys do what the buttons do, wherever the focus is; what is typed or chosen in a field is left alone. */
const useKeys = (acts: readonly Act[], leave: () => void) => {
  const latest = useRef({ acts, leave })
  useEffect(() => {
    latest.current = { acts, leave }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : undefined
      if (target?.closest('input, select, textarea, dialog')) return
      // A button is pressed by it already.
      if (event.key === ' ' && target?.closest('button, a')) return
      if (event.key === 'Escape') latest.current.leave()
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const wanted = latest.current.acts.find(({ keys }) => keys.includes(key))
      if (!wanted) return
      event.preventDefault()
      if (!wanted.off) wanted.act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
