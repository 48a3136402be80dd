import { useEffect, useState } from 'react'
import type { explainedIn } from '../story/words.tsx'
import { firstPicture } from './first-picture.ts'

type Explain = typeof explainedIn

let loaded: Explain | undefined

/** What explains the words of a story, once a run was seen: nobody waits for it, and without it the story is read as it is. */
export const useWords = (): Explain | undefined => {
  const [words, setWords] = useState(() => loaded)
  useEffect(() => {
    if (words) return undefined
    let wanted = true
    firstPicture
      .then(() => import('../story/words.tsx'))
      .then(({ explainedIn: explain }) => {
        loaded = explain
        if (wanted) setWords(() => explain)
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [words])
  return words
}
