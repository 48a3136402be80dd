import { createContext, use } from 'react'
import {
  levelIn,
  refIn,
  refs,
  type checkWithId,
  type Level,
  type RefId,
  type Revision,
} from '../../engine/index.ts'

/** The revision of the run that is shown; where no run is, none. */
export const RevisionContext = createContext<Revision | undefined>(undefined)

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
