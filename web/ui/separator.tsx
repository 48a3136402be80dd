import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './separator.module.css'

interface SeparatorProps {
  /** What it moves: “Width of the story”. */
  readonly label: string
  /** The pane that it makes larger and smaller. */
  readonly controls: string
  /** On which side of it that pane lies. */
  readonly side: 'left' | 'right' | 'top'
  /** The share of that pane in the whole, in percent, and between what it may lie. */
  readonly value: number
  readonly least: number
  readonly most: number
  /** The custom property of the element around it that holds the share. */
  readonly property: string
  /** Undefined: as it was at first. */
  readonly onChange: (value: number | undefined) => void
  readonly onFold: (() => void) | undefined
}

const STEP = 2

/** A line between two panes that can be moved: by mouse, finger and arrow keys; twice clicked, it goes back. */
export const Separator = (props: SeparatorProps) => {
  const { label, controls, side, value, least, most, property, onChange, onFold } = props
  const dragged = useRef<number>(undefined)
  const within = (share: number) => Math.round(Math.max(least, Math.min(most, share)) * 10) / 10
  const upright = side !== 'top'

  const drag = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const whole = currentTarget.parentElement
    if (dragged.current === undefined || !whole) return
    const { left, right, top, width, height } = whole.getBoundingClientRect()
    const share = { left: clientX - left, right: right - clientX, top: clientY - top }[side]
    dragged.current = within((share / (upright ? width : height)) * 100)
    // The page is told at the end: until then only the browser lays the panes out.
    whole.style.setProperty(property, String(dragged.current))
  }
  const drop = () => {
    if (dragged.current !== undefined) onChange(dragged.current)
    dragged.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = { left: LEFT, right: LEFT.toReversed(), top: TOP }[side]
    const to = { [less!]: value - STEP, [more!]: value + STEP, Home: least, End: most }[event.key]
    if (to !== undefined) onChange(within(to))
    else if (event.key === 'Enter' && onFold) onFold()
    else return
    event.preventDefault()
  }
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an hr is no control
      role="separator"
      className={styles['separator']}
      data-side={side}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(value)}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={`${Math.round(value)} percent`}
      tabIndex={0}
      title={`${label}: drag, or arrow keys; double-click to reset`}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChange(undefined)}
      onPointerDown={({ pointerId, currentTarget }) => {
        dragged.current = value
        currentTarget.setPointerCapture(pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  )
}

const LEFT = ['ArrowLeft', 'ArrowRight']
const TOP = ['ArrowUp', 'ArrowDown']
