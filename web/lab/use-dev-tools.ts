import { useCallback, useEffect, useRef, useState } from 'react'
import { loadServiceWorker, type WorkerNetworks } from '../../engine/index.ts'
import { trustOwnScripts } from '../ui/own-script.ts'
import type { RunControls } from './playback.ts'

/** Whether the back channel shows in the browser's developer tools, or why it cannot. */
export interface DevTools {
  readonly state: 'off' | 'starting' | 'on'
  readonly problem: string | undefined
  turn(on: boolean): void
}

/** The page whose content policy lets the lab's own hosts be asked; see .build/devtools-page.ts. */
const PAGE = 'devtools.html'

const NONE = 'A page from a file or over plain http has no service worker.'

const onPage = () => location.pathname.endsWith(`/${PAGE}`)

/** Goes to the same place of the other page. */
const changePage = (to: string) => location.assign(`./${to}${location.hash}`)

const start = async (): Promise<WorkerNetworks> => {
  if (!('serviceWorker' in navigator)) throw new Error(NONE)
  const { startServiceWorker } = await loadServiceWorker()
  trustOwnScripts()
  return startServiceWorker(new URL('mockServiceWorker.js', document.baseURI).href)
}

/**
 * Puts the lab's servers behind a service worker for as long as the learner wants. That is a page of its own, because a
 * content policy cannot be changed while a page is open.
 */
export const useDevTools = (controls: RunControls): DevTools => {
  const [state, setState] = useState<DevTools['state']>(onPage() ? 'starting' : 'off')
  const [problem, setProblem] = useState<string>()
  const worker = useRef<WorkerNetworks>(undefined)

  useEffect(() => {
    if (!onPage()) return undefined
    let gone = false
    start().then(
      (started) => {
        if (gone) return void started.stop()
        worker.current = started
        controls.route(started.networkFor)
        setState('on')
      },
      (error: unknown) => {
        setProblem(error instanceof Error ? error.message : String(error))
        setState('off')
      },
    )
    return () => {
      gone = true
      void worker.current?.stop()
      worker.current = undefined
    }
  }, [controls])

  const turn = useCallback((on: boolean) => {
    if (on && !('serviceWorker' in navigator)) setProblem(NONE)
    else changePage(on ? PAGE : '')
  }, [])
  return { state, problem, turn }
}
