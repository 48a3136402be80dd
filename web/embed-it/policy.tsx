import { policyLines } from '../element/markup.ts'
import { Text } from './text.tsx'
import styles from './snippet.module.css'

interface PolicyProps {
  /** Where the lab is hosted. */
  readonly base: string
  readonly scripted: boolean
}

/** What a page has to allow that says what it loads. */
export const Policy = ({ base, scripted }: PolicyProps) => (
  <details className={styles['policy']}>
    <summary>If your page has a content policy</summary>
    <p>
      {scripted
        ? 'It has to allow the frame, and the script that comes with the lab:'
        : 'It has to allow the frame:'}
    </p>
    <Text name="Content policy">
      {policyLines(base, { script: scripted })
        .map((line) => line.join(' '))
        .join('; ')}
    </Text>
    <p>
      Nothing else. The frame has no origin: no cookies, no storage, and no way into your page. It
      loads from where the lab is, and asks nothing of any other host.
    </p>
  </details>
)
