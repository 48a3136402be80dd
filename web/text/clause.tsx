import type { ReactNode } from 'react'
import { refs, type Ref } from '../../engine/index.ts'
import { useRevision } from './revision.ts'

/** A link to a clause of a specification, as it stands in the revision of the run, in a new tab. */
export const Clause = ({
  id,
  children,
}: {
  readonly id: string
  /** Words in place of the section’s own. */
  readonly children?: ReactNode
}) => {
  const { sectionOf } = useRevision()
  const ref = (refs as Readonly<Record<string, Ref>>)[sectionOf(id)]
  if (!ref) return id
  return (
    <a href={ref.url} title={ref.title} target="_blank" rel="noreferrer">
      {children ?? ref.short}
    </a>
  )
}

/** Links to several clauses, with commas between. */
export const Clauses = ({ ids }: { readonly ids: readonly string[] }) => {
  const { sectionOf } = useRevision()
  // Sections of several revisions may come to one in the revision that is shown.
  const once = [...new Map(ids.map((id): [string, string] => [sectionOf(id), id])).values()]
  return once.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Clause id={id} />
    </span>
  ))
}
