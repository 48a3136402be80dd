import type { Attack, Revision } from '../../engine/index.ts'
import styles from './table.module.css'

/** An attack by its title, as a way to it; a telling of it by its own. */
export const AttackName = ({
  attack: { id, title, variants },
  variant,
  revision,
}: {
  readonly attack: Attack
  readonly variant: string | undefined
  /** Where it is not the one that is asked for. */
  readonly revision?: Revision | undefined
}) => {
  const telling = variant === undefined ? undefined : variants?.[variant]?.title
  return (
    <>
      <a href={`#/lab/${id}`} className={styles['attack']}>
        {title}
      </a>
      {telling !== undefined && <span className={styles['telling']}>{telling}</span>}
      {revision !== undefined && <span className={styles['telling']}>in MCP {revision}</span>}
    </>
  )
}
