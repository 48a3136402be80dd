import { useState } from 'react'
import { checkWithId, refusedBy, whoMakes, type Finding } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Verdict } from '../text/verdict.tsx'
import css from './checks-made.module.css'

/** The checks on one message in words: how many were obeyed by whom, and in full whatever was broken or forgotten. */
export const ChecksMade = ({ findings }: { findings: readonly Finding[] }) => {
  const telling = findings.filter(({ verdict }) => verdict !== 'obeyed')
  const obeyed = findings.filter(({ verdict }) => verdict === 'obeyed')
  return (
    <div className={css['checks']}>
      {telling.length > 0 && <Findings findings={telling} />}
      {obeyed.length > 0 && <Obeyed findings={obeyed} />}
    </div>
  )
}

const Obeyed = ({ findings }: { findings: readonly Finding[] }) => {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={css['summary']}>
        <Verdict verdict="obeyed" />: {countedByParty(findings)}
      </summary>
      {open && <Findings findings={findings} />}
    </details>
  )
}

const inWords = (check: string) =>
  `checked by ${whoMakes(check)}: ${checkWithId(check)?.says ?? check}`

const Findings = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className={css['findings']}>
    {findings.map(({ check, verdict }) => (
      <li key={check}>
        <Verdict verdict={verdict} />
        <span>
          <RichText text={verdict === 'broken' ? refusedBy(check) : inWords(check)} />
        </span>
      </li>
    ))}
  </ul>
)

/** “1 by the client, 15 by the MCP server”. */
const countedByParty = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ check }) => whoMakes(check)))]
    .map((who) => `${findings.filter(({ check }) => whoMakes(check) === who).length} by ${who}`)
    .join(', ')
