import { useEffect } from 'react'

let shown: () => void
/** Resolves once a run was seen for the first time: what its picture does without need not share the wire with it. */
export const firstPicture = new Promise<void>((resolve) => (shown = resolve))

/** Says when there is something to be seen, and has it be painted first. */
export const useFirstPicture = (there: boolean): void =>
  useEffect(() => {
    if (!there) return undefined
    // A page in the background paints nothing, and must not wait for it.
    const timer = setTimeout(() => shown(), 50)
    return () => clearTimeout(timer)
  }, [there])
