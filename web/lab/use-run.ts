import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Scenario } from '../../engine/index.ts'
import { createPlayback, type RunControls, type RunView, type Spot } from './playback.ts'

/** Plays a scenario and shows where the learner stands in it: the one place where the page touches a run. */
export const useRun = (
  scenario: Scenario,
  start: () => Spot,
  secondsPerMessage: number,
): [RunView, RunControls] => {
  const [playback] = useState(() => createPlayback(scenario, start()))
  const view = useSyncExternalStore(playback.subscribe, playback.get)
  const { playing } = view
  useEffect(() => {
    if (!playing) return undefined
    const timer = setInterval(playback.controls.tick, secondsPerMessage * 1000)
    return () => clearInterval(timer)
  }, [playback, playing, secondsPerMessage])
  return [view, playback.controls]
}
