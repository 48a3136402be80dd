import { useEffect, useRef, type PointerEvent } from 'react'
import type { WireMessage } from '../../engine/index.ts'
import { look, lookAway } from './lighting.ts'

/** Lights a value while the pointer is over an element or the focus in it. A finger has no way to hover: what it taps is for the element to pin. */
export const useLookedAt = (value: string, log: readonly WireMessage[]) => {
  const over = useRef(false)
  const away = () => {
    if (!over.current) return
    over.current = false
    lookAway()
  }
  const at = () => {
    over.current = true
    look(value, log)
  }
  // Whatever leaves the page is no longer looked at.
  useEffect(
    () => () => {
      if (over.current) lookAway()
    },
    [],
  )
  return {
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && at(),
    onPointerLeave: away,
    onFocus: at,
    onBlur: away,
  }
}
