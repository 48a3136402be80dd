import { createElement, type CSSProperties } from 'react'
import {
  ArrowLeft,
  Check,
  ChevronDown,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  Circle,
  Keyboard,
  Minus,
  Moon,
  PanelLeft,
  PanelRight,
  Pause,
  Play,
  Plus,
  Search,
  Share2,
  Sun,
  SunMoon,
  X,
} from 'lucide'

/** The signs of the lab, all from one set. */
const icons = {
  leave: ArrowLeft,
  start: ChevronFirst,
  back: ChevronLeft,
  play: Play,
  pause: Pause,
  step: ChevronRight,
  end: ChevronLast,
  open: ChevronRight,
  more: ChevronDown,
  remove: X,
  search: Search,
  share: Share2,
  keys: Keyboard,
  auto: SunMoon,
  light: Sun,
  dark: Moon,
  'pane-left': PanelLeft,
  'pane-right': PanelRight,
  smaller: Minus,
  larger: Plus,
  fold: ChevronsDownUp,
  unfold: ChevronsUpDown,
  obeyed: Check,
  forgotten: Circle,
  broken: X,
} as const

export type IconName = keyof typeof icons

/** A drawn sign; what it means must stand beside it, or be its button's label. Its size is that of the text around it. */
export const Icon = ({
  name,
  weight = 1.6,
  style,
}: {
  readonly name: IconName
  /** The thickness of its lines, in a square of 24. */
  readonly weight?: number
  readonly style?: CSSProperties
}) => (
  <svg
    viewBox="0 0 24 24"
    width="1.125em"
    height="1.125em"
    fill="none"
    stroke="currentColor"
    strokeWidth={weight}
    strokeLinecap="round"
    strokeLinejoin="round"
    style={style}
    aria-hidden="true"
    focusable="false"
  >
    {icons[name].map(([tag, attributes], index) =>
      createElement(tag, { key: index, ...attributes }),
    )}
  </svg>
)
