import { checkWithId, findingsAt, whoMakes, type WireMessage } from '../../engine/index.ts'
import { Clauses } from '../text/clause.tsx'
import { useRevision } from '../text/revision.ts'
import { RichText } from '../text/rich-text.tsx'
import { Verdict } from '../text/verdict.tsx'
import styles from './message.module.css'

interface CheckedByProps {
  readonly ids: readonly string[]
  readonly message: WireMessage
  readonly place: number
}

/** The checks that look at a part, with what came of those already made on this message. */
export const CheckedBy = ({ ids, message, place }: CheckedByProps) => {
  const findings = findingsAt(message, place)
  const { levelOf } = useRevision()
  return (
    <ul className={styles['checks']}>
      {ids.map((id) => {
        const row = checkWithId(id)
        const level = row && levelOf(row)
        const finding = findings.find(({ check }) => check === id)
        return (
          level && (
            <li key={id}>
              <RichText text={row.says} />
              <p className={styles['aside']}>
                {finding && (
                  <>
                    <Verdict verdict={finding.verdict} />,{' '}
                  </>
                )}
                {whoMakes(id)}
                {level !== 'none' && <>, {level}</>}, <Clauses ids={row.refs.slice(0, 1)} />
              </p>
            </li>
          )
        )
      })}
    </ul>
  )
}
