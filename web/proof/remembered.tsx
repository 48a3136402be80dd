import type { Job, ProofRun } from '../../engine/proof.ts'
import { RichText } from '../text/rich-text.tsx'
import { isPlayed } from './rows.ts'

const Checks = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ' + '}
      <code>{id}</code>
    </span>
  ))

/** Which check decided a run, once that is known. */
export const DecidedBy = ({ job }: { readonly job: Job }) =>
  isPlayed(job) && job.decided !== undefined ? (
    <>
      by <code>{job.decided}</code>
    </>
  ) : null

/** What alone is remembered in a run, next to what decided it. */
export const Remembered = ({ job }: { readonly job: ProofRun }) => {
  const { kind, remembered, without, name } = job
  if (kind === 'told') return 'with all of these'
  if (without !== undefined)
    return (
      <>
        without <code>{without}</code>
      </>
    )
  if (kind === 'decoy')
    return (
      <>
        with <RichText text={name ?? remembered.join(' + ')} />
      </>
    )
  const decided = isPlayed(job) ? job.decided : undefined
  const others = remembered.filter((id) => id !== decided)
  // Where a check decides that everybody makes anyway, these bring it to that.
  const elsewhere = decided !== undefined && others.length === remembered.length
  return (
    <>
      <DecidedBy job={job} />
      {kind === 'stop' && others.length > 0 && (
        <>
          {decided !== undefined && (elsewhere ? ', because of ' : ', with ')}
          <Checks ids={others} />
        </>
      )}
    </>
  )
}
