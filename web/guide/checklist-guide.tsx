import { checklist } from '../../scenarios/checklist.ts'
import { attacksWithout } from '../../scenarios/attacks-without.ts'
import { RichText } from '../text/rich-text.tsx'
import { Block } from './block.tsx'
import styles from './guide.module.css'

interface ChecklistGuideProps {
  /** The page that the step opens. */
  readonly page: string
  /** The stories that were read before it, by their ids. */
  readonly read: readonly string[]
}

/** The lines of a checklist that the stories before it have shown broken, each with its story. */
export const ChecklistGuide = ({ page, read }: ChecklistGuideProps) => {
  const part = checklist.find(({ id }) => page === `checklist-${id}`)
  const lines = (part?.groups ?? [])
    .flatMap(({ duties }) => duties)
    .map((duty) => ({
      ...duty,
      stories: attacksWithout(duty).filter(({ id }) => read.includes(id)),
    }))
    .filter(({ stories }) => stories.length > 0)
  return lines.length === 0 ? null : (
    <Block name="Lines just seen broken">
      <ul className={styles['choices']}>
        {lines.map(({ id, says, stories }) => (
          <li key={id}>
            <p>
              <RichText text={says} />
            </p>
            <p className={styles['soft']}>
              <a href={`#/checklist/${id}`}>Its line</a>; without it:{' '}
              {stories.map(({ title }) => title).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  )
}
