import type { RunControls, RunView } from '../lab/playback.ts'
import { Checks } from '../checks/checks.tsx'
import { Message } from '../message/message.tsx'

interface OpenedProps {
  readonly view: RunView
  readonly controls: RunControls
  /** Where the lab shows the owner’s browser. */
  readonly browser: string
}

/** The current message with the checks made on it, which have no pane of their own here. */
export const Opened = ({ view: { log, place, edition }, controls, browser }: OpenedProps) => (
  <Message
    log={log}
    place={place}
    onSelect={controls.seek}
    checks={
      <Checks
        message={log[place - 1]}
        place={place}
        onRemember={(check) => controls.forget(edition.forget.filter((id) => id !== check))}
      />
    }
    onPage={() => open(browser, '_blank', 'noopener')}
    away
  />
)
