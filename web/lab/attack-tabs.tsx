import { findingsAt, forgetsAsTold, type Part, type Scenario } from '../../engine/index.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import type { Tab } from '../ui/tabs.tsx'
import { editionOf } from './edition.ts'
import type { RunControls, RunView } from './playback.ts'

const ChecksPane = lazy(() =>
  import('../checks/pane.tsx').then(({ ChecksPane: it }) => ({ default: it })),
)
const Notebook = lazy(() =>
  import('../notebook/notebook.tsx').then(({ Notebook: it }) => ({ default: it })),
)

/** What the panes need to know, and what they do. */
export interface EvidenceProps {
  readonly scenario: Scenario
  /** Who takes part. */
  readonly parts: readonly Part[]
  readonly view: RunView
  readonly controls: RunControls
  /** The pane that is shown. */
  readonly chosen: string
  readonly onChoose: (pane: string) => void
  /** Told when the learner has answered as Sam. */
  readonly onAnswered: () => void
}

/** What the address calls the other side of the pane with the checks. */
const ALL_CHECKS = 'allchecks'

/** The tab on which a pane is shown. */
export const tabOf = (pane: string): string => (pane === ALL_CHECKS ? 'checks' : pane)

/** The checks on the current message, and on the other side of the pane all that there are. */
export const checksTab = ({ scenario, view, controls, chosen, onChoose }: EvidenceProps): Tab => {
  const { log, place, wanted, ending, differsFrom } = view
  const message = log[place - 1]
  const made = message ? findingsAt(message, place).length : 0
  const all = chosen === ALL_CHECKS
  const asked = editionOf(scenario, wanted)
  return {
    id: 'checks',
    name: 'Checks',
    // Whoever turns a switch stays at it, wherever that leads in the run.
    ...(!all && { topAt: place }),
    count: made,
    content: (
      <Later name="The checks">
        <ChecksPane
          message={message}
          place={place}
          all={all}
          onAll={(every) => onChoose(every ? ALL_CHECKS : 'checks')}
          scenario={scenario}
          told={view.edition}
          forgotten={asked.forget}
          asTold={forgetsAsTold(scenario, asked)}
          ending={ending}
          differsFrom={differsFrom}
          onForget={controls.forget}
          onSelect={controls.seek}
        />
      </Later>
    ),
  }
}

/** What the attacker has written down, where one takes part. */
export const notebookTabs = ({ scenario, parts, view, controls }: EvidenceProps): Tab[] => {
  if (scenario.kind !== 'attack' && !parts.some(({ id }) => id === 'attacker')) return []
  const { log, place } = view
  return [
    {
      id: 'notebook',
      name: 'Notebook',
      topAt: place,
      content: (
        <Later name="The notebook">
          <Notebook log={log} place={place} onSelect={controls.seek} />
        </Later>
      ),
    },
  ]
}
