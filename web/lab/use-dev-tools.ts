import { useCallback, useEffect, useRef, useState } from 'react'
import { loadServiceWorker, type WorkerNetworks } from '../../engine/index.ts'
import type { RunControls } from './playback.ts'

/** Whether the back channel shows in the browser's developer tools, or why it cannot. */
export interface DevTools {
  readonly state: 'off' | 'starting' | 'on'
  readonly problem: string | undefined
  turn(on: boolean): void
}

const start = async (): Promise<WorkerNetworks> => {
  if (!('serviceWorker' in navigator))
    throw new Error('A page from a file or over plain http has no service worker.')
  const { startServiceWorker } = await loadServiceWorker()
  return startServiceWorker(new URL('mockServiceWorker.js', document.baseURI).href)
}

/** Puts the lab's servers behind a service worker for as long as the learner wants. */
export const useDevTools = (controls: RunControls): DevTools => {
  const [state, setState] = useState<DevTools['state']>('off')
  const [problem, setProblem] = useState<string>()
  const worker = useRef<WorkerNetworks>(undefined)

  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      void worker.current?.stop()
    }
  }, [])

  const turn = useCallback(
    (on: boolean) => {
      setProblem(undefined)
      if (!on) {
        setState('off')
        controls.route(undefined)
        void worker.current?.stop()
        worker.current = undefined
        return
      }
      setState('starting')
      start().then(
        (started) => {
          if (gone.current) return void started.stop()
          worker.current = started
          controls.route(started.networkFor)
          setState('on')
        },
        (error: unknown) => {
          setProblem(error instanceof Error ? error.message : String(error))
          setState('off')
        },
      )
    },
    [controls],
  )
  return { state, problem, turn }
}
