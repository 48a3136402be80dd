import { useState } from 'react'
import { beyond } from '../lab/beyond.ts'
import type { RunView } from '../lab/playback.ts'
import { Notice } from '../ui/notice.tsx'
import type { Choices } from '../element/choices.ts'
import type { Asked } from './use-run-wanted.ts'

interface TroublesProps {
  readonly view: RunView
  readonly wanted: Choices
  readonly asked: Asked
}

/** What is wrong with the browser, with the address, or with the lab itself, in words. */
export const Troubles = ({ view, wanted, asked }: TroublesProps) => {
  const [dismissed, setDismissed] = useState<Choices>()
  if (!globalThis.crypto?.subtle)
    return (
      <Notice title="No cryptography here.">
        Browsers offer it only to pages that came over https, from localhost or from a file.
      </Notice>
    )
  if (view.defect !== undefined)
    return (
      <Notice title="The lab itself failed.">
        {view.defect} This is a defect of the lab, not of the protocol.
      </Notice>
    )
  const problems = [...wanted.problems, ...asked.problems, ...beyond(asked, view, 'step')]
  if (problems.length === 0 || dismissed === wanted) return null
  return (
    <Notice title="Part of the address could not be used." onDismiss={() => setDismissed(wanted)}>
      {problems.join(' ')}
    </Notice>
  )
}
