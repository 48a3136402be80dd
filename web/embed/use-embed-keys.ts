import { useMemo } from 'react'
import type { RunControls, RunView } from '../lab/playback.ts'
import { useKeys } from '../lab/use-keys.ts'

/** The keys of the lab, for as long as the keyboard is in the embed. */
export const useEmbedKeys = ({ log, place, playing }: RunView, controls: RunControls): void =>
  useKeys(
    useMemo(
      () => ({
        ArrowRight: () => controls.seek(place + 1),
        ArrowLeft: () => controls.seek(place - 1),
        Home: () => controls.seek(0),
        End: () => controls.seek(log.length),
        ' ': playing ? controls.pause : controls.play,
      }),
      [controls, place, log, playing],
    ),
  )
