import { use, useMemo, useState } from 'react'
import { labelOf } from '../../engine/index.ts'
import { wellKnownInputOf, wellKnownWork, type Tried } from '../../engine/workings.ts'
import { Clause } from '../text/clause.tsx'
import { RevisionContext } from '../text/revision.ts'
import { useLog } from '../value/lit.ts'
import { Step, Steps } from './step.tsx'
import { Typed } from './typed.tsx'
import type { WorkingProps } from './working.ts'
import styles from './workings.module.css'

const names = {
  resource: 'The MCP server’s address',
  issuer: 'The authorization server’s name, its issuer',
} as const

/** From an identifier to the addresses at which a client looks for its metadata, in their order. */
export const WellKnown = ({ field, message, onSelect }: WorkingProps) => {
  const log = useLog()
  const own = useMemo(() => wellKnownInputOf(field, message, log), [field, message, log])
  const [typed, setTyped] = useState(own.typed)
  const revision = use(RevisionContext)
  if (!revision) return null
  const { problem, tried, note } = wellKnownWork(typed, own.whose, revision, log)
  return (
    <Steps changed={typed !== own.typed} onRestore={() => setTyped(own.typed)}>
      <Step name={names[own.whose]} problem={problem}>
        <Typed label={names[own.whose]} value={typed} onChange={setTyped} />
      </Step>
      <Step name="Where its metadata may be">
        <p>{note}</p>
      </Step>
      {tried.map((one) => (
        <Step
          key={one.url}
          name={
            <>
              {one.why} <Clause id={one.ref} />
            </>
          }
        >
          <code className={styles['url']}>{one.url}</code>
          <Answered tried={one} onSelect={onSelect} />
        </Step>
      ))}
    </Steps>
  )
}

const Answered = ({
  tried: { answer },
  onSelect,
}: {
  readonly tried: Tried
  readonly onSelect: (place: number) => void
}) =>
  answer ? (
    <p className={styles['aside']}>
      In this run:{' '}
      <button type="button" className={styles['link']} onClick={() => onSelect(answer.id)}>
        {labelOf(answer)}
      </button>
      , message {answer.id}
    </p>
  ) : (
    <p className={styles['aside']}>Not asked in this run.</p>
  )
