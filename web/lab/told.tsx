import { useCallback, useMemo, useRef } from 'react'
import { missedIn, type Scenario } from '../../engine/index.ts'
import { Story } from '../story/story.tsx'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { bothPath } from './both-path.ts'
import type { RunControls, RunView } from './playback.ts'
import { useBet, type BetInRun } from './use-bet.ts'
import { useKeys } from './use-keys.ts'
import { useWords } from './use-words.ts'

const AttackEnding = lazy(() =>
  import('../story/attack-ending.tsx').then(({ AttackEnding: it }) => ({ default: it })),
)
const Bet = lazy(() => import('../story/bet.tsx').then(({ Bet: it }) => ({ default: it })))
const Variants = lazy(() =>
  import('../story/variants.tsx').then(({ Variants: it }) => ({ default: it })),
)

interface ToldProps {
  readonly scenario: Scenario
  readonly view: RunView
  readonly controls: RunControls
  readonly onDecided: (place: number) => void
  readonly onPage: (() => void) | undefined
  /** After which messages a page asks its owner. */
  readonly asked: readonly number[]
}

/** The story of a run; that of an attack asks for a bet, and ends with what would have stopped it. */
export const Told = (props: ToldProps) => {
  const { scenario, view, controls, onDecided, onPage } = props
  const bet = useBet(scenario, view, controls)
  const { edition, ending, wanted } = view
  const next = useRef<number>(undefined)
  const onNext = useCallback((to: number | undefined) => void (next.current = to), [])
  const { seek } = controls
  const explain = useWords()
  useKeys(useMemo(() => ({ n: () => next.current !== undefined && seek(next.current) }), [seek]))
  return (
    <Story
      scenario={scenario}
      edition={edition}
      log={view.log}
      alone={view.alone}
      outcome={ending}
      place={view.place}
      onSelect={controls.seek}
      onDecided={onDecided}
      onPage={onPage}
      // An attack has its own pace: who is asked there is told.
      asked={scenario.kind === 'lesson' ? props.asked : undefined}
      onNext={onNext}
      explain={explain}
      {...(bet && { bet: { ...bet, content: <BetOf {...props} bet={bet} /> } })}
      {...(scenario.kind === 'attack' && {
        telling: scenario.variants && (
          <Later name="The variants">
            <Variants
              scenario={scenario}
              chosen={edition.variant}
              onChoose={(variant) => controls.change({ variant, forget: undefined })}
            />
          </Later>
        ),
        ending: ending && (
          <Later name="The ending">
            <AttackEnding
              scenario={scenario}
              told={edition}
              ending={ending}
              forgotten={edition.forget}
              // Whoever asks at the end wants to know how it ends now.
              onForget={(checks) => controls.forget(checks, 'end')}
              missedIn={missedIn(scenario, edition, view.log)}
              log={view.log}
              onDecided={onDecided}
              both={bothPath(scenario, wanted)}
            />
          </Later>
        ),
      })}
    />
  )
}

const BetOf = ({ scenario, view, controls, bet }: ToldProps & { readonly bet: BetInRun }) =>
  scenario.kind === 'attack' ? (
    <Later name="The bet">
      <Bet
        question={scenario.question}
        hints={scenario.hints}
        picked={bet.picked}
        shown={bet.shown}
        taken={bet.hints}
        onPick={(picked) => bet.change({ picked })}
        onShow={() => bet.change({ shown: true })}
        asked={bet.after}
        place={view.place}
        onBack={() => controls.seek(bet.after)}
        onHint={() => bet.change({ hints: bet.hints + 1 })}
      />
    </Later>
  ) : null
