import { lazy, type ReactNode } from 'react'
import { findingsAt, formatDecisions, type Part } from '../../engine/index.ts'
import { linesAt } from './audit-lines.ts'
import { Later } from '../ui/later.tsx'
import type { Tab } from '../ui/tabs.tsx'
import type { RunControls, RunView } from './playback.ts'

const Audit = lazy(() => import('../audit/audit.tsx').then(({ Audit: it }) => ({ default: it })))
const BrowserWindow = lazy(() =>
  import('../browser-window/browser-window.tsx').then(({ BrowserWindow: it }) => ({ default: it })),
)
const Checks = lazy(() =>
  import('../checks/checks.tsx').then(({ Checks: it }) => ({ default: it })),
)
// The pane that is looked at first begins to load at once; the diagram does not wait for it.
const message = import('../message/message.tsx')
const Message = lazy(() => message.then(({ Message: it }) => ({ default: it })))
const States = lazy(() =>
  import('../states/states.tsx').then(({ States: it }) => ({ default: it })),
)
const Transcript = lazy(() =>
  import('../transcript/transcript.tsx').then(({ Transcript: it }) => ({ default: it })),
)

interface EvidenceProps {
  /** Who takes part. */
  readonly parts: readonly Part[]
  readonly view: RunView
  readonly controls: RunControls
  readonly onChoose: (pane: string) => void
}

const later = (name: string, content: ReactNode) => <Later name={name}>{content}</Later>

/** What can be known about the current place, as tabs. */
export const evidence = ({ parts, view, controls, onChoose }: EvidenceProps): Tab[] => {
  const { log, transitions, audit, place, wanted } = view
  const shown = log[place - 1]
  const made = shown ? findingsAt(shown, place).length : 0
  const written = linesAt(audit, log, place)
  return [
    {
      id: 'message',
      name: 'Message',
      topAt: place,
      content: later(
        'The message',
        <Message
          log={log}
          place={place}
          onChecks={() => onChoose('checks')}
          onPage={() => onChoose('browser')}
        />,
      ),
    },
    {
      id: 'checks',
      name: 'Checks',
      topAt: place,
      ...(made > 0 && { count: made }),
      content: later('The checks', <Checks message={shown} place={place} />),
    },
    {
      id: 'browser',
      name: 'Browser',
      content: later(
        'The browser window',
        <BrowserWindow
          log={log}
          place={place}
          decisions={wanted.decisions}
          onAnswer={(decisions, to) => {
            // Whoever has answered wants to see what comes of it.
            onChoose('browser')
            if (formatDecisions(decisions) === formatDecisions(wanted.decisions)) controls.seek(to)
            else controls.decide(decisions, to)
          }}
          onSelect={controls.seek}
          onPlay={controls.play}
        />,
      ),
    },
    {
      id: 'states',
      name: 'States',
      content: later('The states', <States transitions={transitions} place={place} />),
    },
    {
      id: 'audit',
      name: 'Audit',
      content: later('The audit log', <Audit lines={written} onSelect={controls.seek} />),
    },
    {
      id: 'transcript',
      name: 'Transcript',
      content: later(
        'The transcript',
        <Transcript parts={parts} log={log} place={place} onSelect={controls.seek} />,
      ),
    },
  ]
}
