import { useMemo, useState } from 'react'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { ToolButton } from '../ui/tool-button.tsx'
import { useKeys } from './use-keys.ts'

const KeysSheet = lazy(() =>
  import('./keys-sheet.tsx').then(({ KeysSheet: it }) => ({ default: it })),
)

/** The sheet that lists the keys, and what opens it. */
export const Help = () => {
  const [open, setOpen] = useState(false)
  useKeys(useMemo(() => ({ '?': () => setOpen(true) }), []))
  return (
    <>
      <ToolButton icon="keys" name="Keys" shortcut="?" bare onClick={() => setOpen(true)} />
      {open && (
        <Later name="The list of keys">
          <KeysSheet onClose={() => setOpen(false)} />
        </Later>
      )}
    </>
  )
}
