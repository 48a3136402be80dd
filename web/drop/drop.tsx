import { useCallback, useEffect, useRef, useState } from 'react'
import { offerFileChooser } from '../ui/file-asked.ts'
import { fileTaker } from '../ui/files-taken.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { useDragging } from './use-dragging.ts'

// Whoever brings a file waits a moment; everybody else needs nothing of it.
const Taken = lazy(() => import('./taken.tsx').then(({ Taken: it }) => ({ default: it })))

/** Opens the run in a file that is let go anywhere on the page or chosen, or says why it cannot. A page may take files itself. */
export const Drop = () => {
  const [files, setFiles] = useState<readonly File[]>()
  const input = useRef<HTMLInputElement>(null)
  const given = useCallback((brought: readonly File[]) => {
    const taker = fileTaker()
    if (taker) taker.take(brought)
    else setFiles(brought)
  }, [])
  const over = useDragging(given)
  const done = useCallback(() => setFiles(undefined), [])
  useEffect(() => offerFileChooser(() => input.current?.click()), [])
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="The file of a run"
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])]
          // The same file may be chosen again.
          currentTarget.value = ''
          if (chosen.length > 0) setFiles(chosen)
        }}
      />
      {(over || files) && (
        <Later name="What reads files">
          <Taken over={over} files={files} onDone={done} />
        </Later>
      )}
    </>
  )
}
