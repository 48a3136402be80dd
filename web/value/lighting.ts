import type { WireMessage } from '../../engine/index.ts'
import { litIn } from '../../engine/values.ts'
import { show, useLit } from './lit.ts'

/** A value, and the log in which it is followed. */
interface Sought {
  readonly value: string
  readonly log: readonly WireMessage[]
}

// One value is lit at a time on the whole page: the one under the pointer or the focus, or else the one that was pinned.
let looked: Sought | undefined
let pinned: Sought | undefined

const isSame = (one: Sought | undefined, other: Sought | undefined) =>
  one?.value === other?.value && one?.log === other?.log

const refresh = async (): Promise<void> => {
  const wanted = looked ?? pinned
  if (!wanted) return show(undefined)
  const found = await litIn(wanted.value, wanted.log)
  // Meanwhile somebody may look at another one.
  if (!isSame(wanted, looked ?? pinned)) return
  show({ ...found, pinned: looked === undefined || isSame(looked, pinned) })
}

/** Lights a value for as long as it is looked at. */
export const look = (value: string, log: readonly WireMessage[]): void => {
  looked = value === '' ? undefined : { value, log }
  void refresh()
}

/** Ends that; what was pinned is lit again. */
export const lookAway = (): void => {
  if (!looked) return
  looked = undefined
  void refresh()
}

/** Keeps a value lit until it is released, or another one is pinned. */
export const pin = (value: string, log: readonly WireMessage[]): void => {
  if (value === '') return
  pinned = { value, log }
  void refresh()
}

/** Lets go of what was pinned: of this value, or of any. */
export const release = (value?: string): void => {
  if (value !== undefined && pinned?.value !== value) return
  pinned = undefined
  looked = undefined
  void refresh()
}

/** Follows what is pinned into another run; where it does not appear there, it is let go. */
export const follow = async (log: readonly WireMessage[]): Promise<void> => {
  if (!pinned || pinned.log === log || log.length === 0) return
  const { value } = pinned
  pinned = { value, log }
  looked = undefined
  await refresh()
  const { marks } = await litIn(value, log)
  if (marks.size === 0) release(value)
}

/** Whether a part of a message is lit: as the value itself, or as what is bound to it. */
export const useLitPart = (message: WireMessage, path: string): 'value' | 'kin' | undefined =>
  useLit((lit) => lit?.marks.get(message)?.parts.get(path))

/** Whether a text is lit, wherever it stands. */
export const useLitText = (text: string): 'value' | 'kin' | undefined =>
  useLit((lit) => (lit?.value === text ? 'value' : lit?.kin.has(text) ? 'kin' : undefined))

/** Whether a text is what is pinned. */
export const usePinned = (text: string): boolean =>
  useLit((lit) => lit?.pinned === true && lit.value === text)
