import { useState } from 'react'
import { Notice } from '../ui/notice.tsx'
import { useIsKept } from '../progress/storage.ts'

// Said once, for as long as the page is open.
let said = false

/** Says once that this browser keeps nothing, where it does not. */
export const NotKept = () => {
  const kept = useIsKept()
  const [open, setOpen] = useState(!said)
  if (kept || !open) return null
  return (
    <Notice
      title="This browser keeps nothing here."
      onDismiss={() => {
        said = true
        setOpen(false)
      }}
    >
      Its storage is closed or full. You can go on; what you do is known until this page is closed.
      The <a href="#/practice">practice page</a> can save it as a file.
    </Notice>
  )
}
