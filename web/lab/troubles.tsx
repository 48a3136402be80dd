import { useState } from 'react'
import { sayDecision } from '../../engine/index.ts'
import { cryptographyHere, NoCryptography } from '../ui/no-cryptography.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Reading } from './address.ts'
import { beyond } from './beyond.ts'
import { isPane } from './pane-names.ts'
import type { RunView } from './playback.ts'

interface TroublesProps {
  readonly view: RunView
  readonly reading: Reading
}

/** What is wrong with the browser, with the link, or with the lab itself, in words. */
export const Troubles = ({ view, reading }: TroublesProps) => {
  const [dismissed, setDismissed] = useState<Reading>()
  if (!cryptographyHere()) return <NoCryptography />
  if (view.defect !== undefined)
    return (
      <Notice title="The lab itself failed.">
        {view.defect} This is a defect of the lab, not of the protocol.
      </Notice>
    )
  const { pane } = reading
  const problems = [
    ...reading.problems,
    ...(pane === undefined || isPane(pane) ? [] : [`The lab has no panel “${pane}”.`]),
    ...beyond(reading, view, 'place', sayDecision),
  ]
  if (problems.length === 0 || dismissed === reading) return null
  return (
    <Notice title="Part of the link could not be used." onDismiss={() => setDismissed(reading)}>
      {problems.join(' ')}
    </Notice>
  )
}
