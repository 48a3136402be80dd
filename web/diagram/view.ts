import { rowFor, type Geometry, type Row } from './geometry.ts'

/** What of the figure is seen: its offset in screen pixels, and its scale. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Where every figure starts. */
export const START: View = { x: 0, y: 0, zoom: 1 }

/** The window the figure is seen through, in screen pixels. */
export interface Pane {
  readonly width: number
  readonly height: number
}

/** How far the figure can be zoomed. */
export const ZOOM = { least: 0.4, most: 2.5 } as const

/** A view at another scale, around the middle of the pane. */
export const scaled = (view: View, zoom: number, { width, height }: Pane): View => {
  const next = Math.max(ZOOM.least, Math.min(ZOOM.most, zoom))
  const along = (offset: number, length: number) =>
    length / 2 - ((length / 2 - offset) / view.zoom) * next
  return { x: along(view.x, width), y: along(view.y, height), zoom: next }
}

/** The part of the pane in which the current message rests: it moves only when it would leave it. */
const RESTING = [0.22, 0.62] as const

/** Keeps a view on the figure: nobody can lose it by dragging. A figure smaller than its pane stands in the middle. */
export const within = (view: View, { width, height }: Geometry, pane: Pane): View => ({
  x: along(view.x, width * view.zoom, pane.width),
  y: along(view.y, Math.max(height, pane.height) * view.zoom, pane.height),
  zoom: view.zoom,
})

const along = (offset: number, length: number, room: number): number =>
  length <= room ? (room - length) / 2 : Math.max(room - length, Math.min(0, offset))

/** The view nearest to this one in which a message rests comfortably; the top of the figure before the first. */
export const following = (view: View, geometry: Geometry, pane: Pane, place: number): View => {
  const row = rowFor(geometry, place)
  if (!row) return within({ ...view, y: 0 }, geometry, pane)
  return within(
    { ...view, x: sideways(view, row, pane), y: upright(view, row, pane) },
    geometry,
    pane,
  )
}

const upright = ({ y, zoom }: View, row: Row, { height }: Pane): number => {
  const least = height * RESTING[0] - row.y * zoom
  const most = height * RESTING[1] - (row.y + row.height) * zoom
  return Math.max(least, Math.min(most, y))
}

/** What stands beside the ends of an arrow: the number at the left, how many checks were made at the right. */
const MARGIN = { left: 56, right: 88 } as const

const sideways = ({ x, zoom }: View, { from, to }: Row, { width }: Pane): number => {
  const left = MARGIN.left - Math.min(from, to) * zoom
  const right = width - MARGIN.right - Math.max(from, to) * zoom
  return left < right ? Math.max(left, Math.min(right, x)) : left
}
