import { useCallback, useMemo, useState } from 'react'
import type { RunView } from '../lab/playback.ts'
import { useKeys } from '../lab/use-keys.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { ToolButton } from '../ui/tool-button.tsx'
import type { Subject } from './subject.ts'

const ShareSheet = lazy(() => import('./sheet.tsx').then(({ ShareSheet: it }) => ({ default: it })))

interface ShareProps extends Omit<Subject, 'view'> {
  readonly view: RunView
}

/** What opens the sheet from which a run leaves the lab. */
export const Share = ({ scenario, view, pane }: ShareProps) => {
  const { ending } = view
  const [shared, setShared] = useState<Subject>()
  // Whoever asks before the run is over gets it as soon as it is.
  const [asked, setAsked] = useState(false)
  if (asked && ending && !shared) {
    // A run that goes on meanwhile does not change what is being copied.
    setShared({ scenario, view: { ...view, ending }, pane })
    setAsked(false)
  }
  const open = useCallback(() => setAsked(true), [])
  useKeys(useMemo(() => ({ s: open }), [open]))
  return (
    <>
      <ToolButton icon="share" name="Share" shortcut="s" onClick={open} />
      {shared && (
        <Later name="The ways to share it">
          <ShareSheet subject={shared} onClose={() => setShared(undefined)} />
        </Later>
      )}
    </>
  )
}
