import { useLocation } from 'wouter'
import { isRevision, revisions, type Revision } from '../../engine/index.ts'
import type { Proof } from './store.ts'
import styles from './proof.module.css'

interface ConductProps {
  readonly revision: Revision
  readonly proof: Proof
  readonly onCancel: () => void
  readonly onAgain: () => void
}

const whoPlays = ({ workers }: Proof): string =>
  workers === 0 ? 'in the page itself' : workers === 1 ? 'in one worker' : `in ${workers} workers`

const standing = (proof: Proof): string => {
  const { state, done, total, proved, seconds, rows } = proof
  const runs = rows.reduce((sum, row) => sum + row.runs.length, 0)
  const played = `${done} of ${total} runs`
  if (state === 'playing') return `${played}, ${whoPlays(proof)}`
  if (state === 'over')
    return `${runs} runs that prove every check in ${proved?.toFixed(1)} seconds, ${total - runs} more for what each revision closes: ${seconds?.toFixed(1)} seconds in all, ${whoPlays(proof)}`
  return `${played}, then stopped`
}

/** Chooses the revision, shows how far the proof is, stops it and starts it again. */
export const Conduct = ({ revision, proof, onCancel, onAgain }: ConductProps) => {
  const [, navigate] = useLocation()
  const { state, done, total } = proof
  return (
    <div className={styles['conduct']}>
      <label className={styles['pick']}>
        Played in MCP{' '}
        <select
          className={styles['list']}
          value={revision}
          onChange={({ currentTarget: { value } }) =>
            isRevision(value) && navigate(`/proof?rev=${value}`)
          }
        >
          {revisions.toReversed().map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <progress className={styles['progress']} value={done} max={total} aria-label="Runs played" />
      <span className={styles['standing']}>{standing(proof)}</span>
      {/* One button, so that whoever stands on it still does when the proof is over. */}
      <button
        type="button"
        className={styles['button']}
        onClick={state === 'playing' ? onCancel : onAgain}
      >
        {state === 'playing' ? 'Cancel' : 'Start again'}
      </button>
    </div>
  )
}
