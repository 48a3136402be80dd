import { use } from 'react'
import {
  levelIn,
  refIn,
  refs,
  type checkWithId,
  type Level,
  type RefId,
} from '../../engine/index.ts'
import { RevisionContext } from './revision-context.ts'

export { RevisionContext } from './revision-context.ts'

const isRef = (id: string): id is RefId => Object.hasOwn(refs, id)

type Row = NonNullable<ReturnType<typeof checkWithId>>

/** The keyword that binds a check, and the section a citation leads to, in the revision of the run that is shown. */
export const useRevision = (): {
  /** Undefined where the revision does not know the check. */
  levelOf(row: Row): Level | undefined
  sectionOf(id: string): string
} => {
  const revision = use(RevisionContext)
  return {
    levelOf: (row) => (revision ? levelIn(row, revision) : row.level),
    sectionOf: (id) => (revision && isRef(id) ? refIn(id, revision) : id),
  }
}
