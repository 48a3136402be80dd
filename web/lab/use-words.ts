import { useEffect, useState } from 'react'
import { firstPicture } from './first-picture.ts'

type Words = typeof import('../story/words.tsx')

let loaded: Words | undefined

/** What explains the words of a story, once a run was seen: nobody waits for it, and without it the story is read as it is. */
export const useWords = (): Words['explainedIn'] | undefined => {
  const [words, setWords] = useState(loaded)
  useEffect(() => {
    if (words) return undefined
    let wanted = true
    firstPicture
      .then(() => import('../story/words.tsx'))
      .then((it) => {
        loaded = it
        if (wanted) setWords(it)
      })
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [words])
  return words?.explainedIn
}
