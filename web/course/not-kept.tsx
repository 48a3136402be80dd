import { useState } from 'react'
import { isKept } from '../practice/learner.ts'
import { Notice } from '../ui/notice.tsx'

let told = false

/** Says once that this browser keeps nothing, where it does not. */
export const NotKept = () => {
  const [open, setOpen] = useState(!told && !isKept())
  if (!open) return null
  const dismiss = () => {
    told = true
    setOpen(false)
  }
  return (
    <Notice title="This browser keeps nothing." onDismiss={dismiss}>
      Its storage is blocked or full, so ticks last only as long as this page is open. Everything
      else works. Take a code of your progress with you before you close it.
    </Notice>
  )
}
