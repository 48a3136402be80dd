import { useState } from 'react'
import { isKept } from '../practice/learner.ts'
import { Notice } from '../ui/notice.tsx'

let told = false

// The engine puts a storage in memory where there is none, for msw; what stands there is gone with the page.
const keepsNothing = (): boolean => {
  try {
    return !isKept() || !(localStorage instanceof Storage)
  } catch {
    return true
  }
}

/** Says once that this browser keeps nothing, where it does not. */
export const NotKept = () => {
  const [open, setOpen] = useState(() => !told && keepsNothing())
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
