import { findingsAt } from '../../engine/index.ts'
import { Checks } from '../checks/checks.tsx'
import { Message } from '../message/message.tsx'
import { States } from '../states/states.tsx'
import { Transcript } from '../transcript/transcript.tsx'
import type { Tab } from '../ui/tabs.tsx'
import type { RunView } from './use-run.ts'

/** What can be known about the current place, as tabs. */
export const evidence = (
  { log, transitions, place }: RunView,
  onSelect: (place: number) => void,
  onChecks: () => void,
): Tab[] => {
  const message = log[place - 1]
  const made = message ? findingsAt(message, place).length : 0
  return [
    {
      id: 'message',
      name: 'Message',
      topAt: place,
      content: <Message log={log} place={place} onChecks={onChecks} />,
    },
    {
      id: 'checks',
      name: 'Checks',
      topAt: place,
      ...(made > 0 && { count: made }),
      content: <Checks message={message} place={place} />,
    },
    { id: 'states', name: 'States', content: <States transitions={transitions} place={place} /> },
    {
      id: 'transcript',
      name: 'Transcript',
      content: <Transcript log={log} place={place} onSelect={onSelect} />,
    },
  ]
}
