import type { Revision } from '../../engine/index.ts'
import { dutiesIn, type DutyIn, type DutyPart } from '../../engine/reference.ts'
import { RichText } from '../text/rich-text.tsx'
import { Line } from './line.tsx'
import styles from './part.module.css'

interface PartProps {
  readonly part: DutyPart
  readonly revision: Revision
  readonly ticked: ReadonlySet<string>
  readonly asked: string | undefined
}

/** What one party has to do, by what it is about; and what it need not do in this revision. */
export const Part = ({ part: { id, who, says, groups }, revision, ticked, asked }: PartProps) => {
  const all = groups.map((group) => ({ about: group.about, lines: dutiesIn(group, revision) }))
  const spared = all.flatMap(({ lines }) => lines.filter(({ bound }) => bound.length === 0))
  return (
    <section id={`duty-${id}`} className={styles['part']} aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`} tabIndex={-1} className={styles['who']}>
        {who}
      </h2>
      <p className={styles['says']}>{says}</p>
      {all.map(({ about, lines }) => (
        <Group key={about} about={about} lines={lines} ticked={ticked} asked={asked} />
      ))}
      {spared.length > 0 && (
        <details className={styles['spared']}>
          <summary>
            {spared.length === 1 ? 'One line is' : `${spared.length} lines are`} not asked for in
            MCP {revision}
          </summary>
          <ul>
            {spared.map(({ duty }) => (
              <li key={duty.id} id={`duty-${duty.id}`}>
                <RichText text={duty.says} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Group = ({
  about,
  lines,
  ticked,
  asked,
}: Pick<PartProps, 'ticked' | 'asked'> & {
  readonly about: string
  readonly lines: readonly DutyIn[]
}) => {
  const shown = lines.filter(({ bound }) => bound.length > 0)
  if (shown.length === 0) return null
  return (
    <>
      <h3 className={styles['about']}>{about}</h3>
      <ul>
        {shown.map((line) => (
          <Line
            key={line.duty.id}
            line={line}
            done={ticked.has(line.duty.id)}
            arrived={asked === line.duty.id}
          />
        ))}
      </ul>
    </>
  )
}
