import type { Incident } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './attack-ending.module.css'

/** Something that happened to real software, with the line that was missing; its source is named, and not linked. */
export const IncidentView = ({
  incident: { id, url, product, says, before, after },
}: {
  readonly incident: Incident
}) => (
  <details className={styles['incident']}>
    <summary className={styles['summary']}>
      <span className={styles['turn']}>
        <Icon name="open" />
      </span>
      <span>
        {product} <span className={styles['aside']}>{id}</span>
      </span>
    </summary>
    <p>
      <RichText text={says} />
    </p>
    <Code name="Before" code={before} />
    <Code name="After" code={after} />
    <p className={styles['url']}>{url}</p>
  </details>
)

const Code = ({ name, code }: { readonly name: string; readonly code: string }) => (
  <figure className={styles['code']}>
    <figcaption>{name}</figcaption>
    <pre>{code}</pre>
  </figure>
)
