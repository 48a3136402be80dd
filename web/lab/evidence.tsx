import type { ReactNode } from 'react'
import { formatDecisions } from '../../engine/index.ts'
import { linesAt } from './audit-lines.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import type { Tab } from '../ui/tabs.tsx'
import { firstPicture } from './first-picture.ts'
import { checksTab, notebookTabs, type EvidenceProps } from './attack-tabs.tsx'

const Audit = lazy(() => import('../audit/audit.tsx').then(({ Audit: it }) => ({ default: it })))
const BrowserWindow = lazy(() =>
  import('../browser-window/browser-window.tsx').then(({ BrowserWindow: it }) => ({ default: it })),
)
// The pane that is looked at first begins to load as soon as the diagram is there, which does not wait for it.
const Message = lazy(() =>
  firstPicture
    .then(() => import('../message/message.tsx'))
    .then(({ Message: it }) => ({ default: it })),
)
const States = lazy(() =>
  import('../states/states.tsx').then(({ States: it }) => ({ default: it })),
)
const Tamper = lazy(() =>
  import('../tamper/tamper.tsx').then(({ Tamper: it }) => ({ default: it })),
)
const Transcript = lazy(() =>
  import('../transcript/transcript.tsx').then(({ Transcript: it }) => ({ default: it })),
)

const Workings = lazy(() =>
  import('../workings/workings.tsx').then(({ Workings: it }) => ({ default: it })),
)

const later = (name: string, content: ReactNode) => (
  <Later name={name} awaited>
    {content}
  </Later>
)

/** What can be known about the current place, as tabs. */
export const evidence = (props: EvidenceProps): Tab[] => {
  const { parts, view, controls, onChoose, onAnswered } = props
  const { log, transitions, audit, place, wanted } = view
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
          checks={() => onChoose('checks')}
          onPage={() => onChoose('browser')}
          onSelect={controls.seek}
          redo={(working) => later('The computation', <Workings {...working} />)}
        />,
      ),
    },
    checksTab(props),
    ...notebookTabs(props),
    {
      id: 'tamper',
      name: 'Tamper',
      topAt: place,
      content: later(
        'What can be done to the message',
        <Tamper
          log={log}
          alone={view.alone}
          place={place}
          ending={view.ending}
          decisions={view.decisions}
          wanted={wanted.decisions}
          onDecide={controls.decide}
          onSelect={controls.seek}
        />,
      ),
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
            onAnswered()
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
