import { refs, type Ref } from '../../engine/index.ts'

/** A link to a clause of a specification, in a new tab. */
export const Clause = ({ id }: { readonly id: string }) => {
  const ref = (refs as Readonly<Record<string, Ref>>)[id]
  if (!ref) return id
  return (
    <a href={ref.url} title={ref.title} target="_blank" rel="noreferrer">
      {ref.short}
    </a>
  )
}

/** Links to several clauses, with commas between. */
export const Clauses = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Clause id={id} />
    </span>
  ))
