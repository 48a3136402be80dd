import { useState } from 'react'
import { formatDecisions, sayDecision, type Decision } from '../../engine/index.ts'
import { Notice } from '../ui/notice.tsx'
import type { Reading } from './address.ts'
import type { RunView } from './playback.ts'

interface TroublesProps {
  readonly view: RunView
  readonly reading: Reading
}

/** What is wrong with the browser, with the link, or with the lab itself, in words. */
export const Troubles = ({ view, reading }: TroublesProps) => {
  const [dismissed, setDismissed] = useState<Reading>()
  if (!globalThis.crypto?.subtle)
    return (
      <Notice title="No cryptography here.">
        Browsers offer it (<code>crypto.subtle</code>) only to pages that came over https, from
        localhost or from a file. This page came from <code>{location.origin}</code>: open it over
        https, or on the machine that serves it as <code>http://localhost</code>.
      </Notice>
    )
  if (view.defect !== undefined)
    return (
      <Notice title="The lab itself failed.">
        {view.defect} This is a defect of the lab, not of the protocol.
      </Notice>
    )
  const { log, ending } = view
  const asRead =
    ending !== undefined &&
    reading.seed === view.seed &&
    formatDecisions(reading.decisions) === formatDecisions(view.decisions)
  const beyond = (one: Decision) => 'at' in one && one.at > log.length
  const problems = [
    ...reading.problems,
    ...(asRead && reading.place > log.length
      ? [`The place ${reading.place} lies beyond the end: this run has ${log.length} messages.`]
      : []),
    ...(asRead ? reading.decisions.filter(beyond) : []).map(
      (one) => `“${sayDecision(one)}” changes nothing: this run has ${log.length} messages.`,
    ),
  ]
  if (problems.length === 0 || dismissed === reading) return null
  return (
    <Notice title="Part of the link could not be used." onDismiss={() => setDismissed(reading)}>
      {problems.join(' ')}
    </Notice>
  )
}
