import { createContext } from 'react'
import type { Revision } from '../../engine/index.ts'

/** The revision of the run that is shown; where no run is, none. */
export const RevisionContext = createContext<Revision | undefined>(undefined)
