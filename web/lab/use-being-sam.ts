import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { pageStands } from '../../engine/index.ts'
import type { Panes } from './address.ts'
import type { RunView } from './playback.ts'

/** The pane that is shown: what was chosen, or Sam's browser while the learner is Sam in it. */
export interface PanesAsSam extends Panes {
  /** Has the learner be Sam until no page stands in his browser any more, or another pane is chosen. */
  beSam(): void
}

/** Lets whoever answered as Sam see what comes of it, and then what they looked at before. */
export const useBeingSam = (
  { log, place }: Pick<RunView, 'log' | 'place'>,
  chosen: string | undefined,
  choose: Panes['choosePane'],
): PanesAsSam => {
  const [being, be] = useState(false)
  // While a run is played anew its log may not reach so far.
  const isSam = being && (log.length < place || pageStands(log, place))
  useFocusKept(isSam)
  const beSam = useCallback(() => be(true), [])
  const choosePane = useCallback(
    (pane: string | undefined) => {
      be(false)
      choose(pane)
    },
    [choose],
  )
  return { pane: isSam ? 'browser' : chosen, choosePane, beSam }
}

/** The keyboard was in the window; when that goes by itself, it is where the window was. */
const useFocusKept = (isSam: boolean) => {
  const was = useRef(isSam)
  useLayoutEffect(() => {
    const left = was.current && !isSam
    was.current = isSam
    if (left && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
  }, [isSam])
}
