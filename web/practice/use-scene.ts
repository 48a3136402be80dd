import { useEffect, useState } from 'react'
import { sceneOf, type Scene, type Wish } from './scene.ts'

/** What is seen of an exercise’s run, and where in it the learner stands. */
export interface Seen {
  readonly scene: Scene | undefined
  readonly place: number
  /** What went wrong in the lab itself. */
  readonly defect: string | undefined
  seek(place: number): void
}

/** Plays the run that is wished for; until it is there, the one before stays. */
export const useScene = (wish: Wish): Seen => {
  const [scene, setScene] = useState<Scene>()
  const [place, setPlace] = useState(0)
  const [defect, setDefect] = useState<string>()
  useEffect(() => {
    let wanted = true
    sceneOf(wish).then(
      (played) => {
        if (!wanted) return
        setScene(played)
        setPlace((before) =>
          played.stays && before > 0 ? Math.min(before, played.log.length) : played.place,
        )
        setDefect(undefined)
      },
      (error: unknown) => {
        if (wanted) setDefect(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      wanted = false
    }
  }, [wish])
  const seek = (to: number) => setPlace(Math.max(0, Math.min(to, scene?.log.length ?? 0)))
  return { scene, place, defect, seek }
}
