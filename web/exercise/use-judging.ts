import { useEffect, useRef, useState } from 'react'
import type { Verdict, WriteExercise } from '../../engine/written.ts'

/** How far judging a written check is. */
export interface Judging {
  readonly state: 'idle' | 'running' | 'over'
  readonly done: number
  readonly total: number
  readonly verdict: Verdict | undefined
}

const IDLE: Judging = { state: 'idle', done: 0, total: 0, verdict: undefined }

const failed = (error: unknown): Verdict => ({
  solved: false,
  sentence: `The lab itself failed: ${error instanceof Error ? error.message : String(error)}.`,
  because: 'That says nothing about your check, and what you wrote is still here.',
  runs: [],
})

/** Judges what is written, when asked; a second time ends the first. */
export const useJudging = (exercise: WriteExercise, onVerdict?: (verdict: Verdict) => void) => {
  const [judging, setJudging] = useState(IDLE)
  const current = useRef<{ end(): void }>(undefined)
  const stop = () => {
    current.current?.end()
    current.current = undefined
    setJudging(IDLE)
  }
  useEffect(() => () => current.current?.end(), [])
  const start = (source: string) => {
    current.current?.end()
    let wanted = true
    let end = () => {}
    current.current = {
      end: () => {
        wanted = false
        end()
      },
    }
    const tell = (change: Partial<Judging>) => {
      if (wanted) setJudging((before) => ({ ...before, ...change }))
    }
    setJudging({ ...IDLE, state: 'running', total: exercise.runs.length })
    // The interpreter and the stories are needed only once somebody runs what they wrote.
    const judged = import('./judge.ts').then(({ judgeInSandbox }) =>
      judgeInSandbox(exercise, source, {
        began: (sandbox) => {
          end = sandbox.end
          if (!wanted) end()
        },
        heard: (done, total) => tell({ done, total }),
      }),
    )
    judged.catch(failed).then((verdict) => {
      tell({ state: 'over', verdict })
      if (wanted) onVerdict?.(verdict)
    })
  }
  return { judging, start, stop }
}
