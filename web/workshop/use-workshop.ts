import { useCallback, useEffect, useRef, useState } from 'react'
import { hashQuery, onHashChange, replaceHash } from '../ui/hash-location.ts'
import { labKnown } from './lab-known.ts'
import { openWorkshop } from './workshop-link.ts'
import { visible } from './text.ts'
import {
  emptyWorkshop,
  formatWorkshop,
  LONGEST_TITLE,
  type Workshop,
  type WorkshopReading,
} from './workshop.ts'

/** A workshop that the address of a page holds. */
export interface WorkshopHere extends WorkshopReading {
  /** The query it was read from; empty: the address names none. */
  readonly query: string
}

/** The workshop in the address of a page; undefined until it is read. */
export const useWorkshop = (): WorkshopHere | undefined => {
  const [here, setHere] = useState<WorkshopHere>()
  useEffect(() => {
    let latest = 0
    const read = () => {
      const query = hashQuery()
      const mine = (latest += 1)
      void openWorkshop(query, labKnown).then((reading) => {
        if (mine === latest) setHere({ ...reading, query })
      })
    }
    read()
    const stop = onHashChange(read)
    return () => {
      latest = -1
      stop()
    }
  }, [])
  return here
}

/** A workshop as its link can say it: what is typed may end in a space, or name a team twice. */
export const settled = (workshop: Workshop): Workshop => ({
  ...workshop,
  title: visible(workshop.title, LONGEST_TITLE),
  teams: [...new Set(workshop.teams.map((team) => visible(team)))].filter((team) => team !== ''),
})

/** The workshop in the address of a page, and the way to change parts of both. A page without one begins with `fresh`. */
export const useComposed = (
  path: string,
  fresh: () => Workshop,
): readonly [WorkshopHere | undefined, (part: Partial<Workshop>) => void] => {
  const read = useWorkshop()
  const [own, setOwn] = useState<WorkshopHere>()
  const [begun] = useState(fresh)
  const here = own ?? (read?.query === '' ? { ...read, workshop: begun } : read)
  const latest = useRef(here)
  useEffect(() => {
    latest.current = here
  })
  const change = useCallback(
    (part: Partial<Workshop>) => {
      const workshop = { ...(latest.current?.workshop ?? emptyWorkshop), ...part }
      const query = formatWorkshop(settled(workshop), labKnown)
      latest.current = { workshop, problems: latest.current?.problems ?? [], query }
      replaceHash(`${path}?${query}`)
      setOwn(latest.current)
    },
    [path],
  )
  // A way back, or a link that was opened, counts again.
  useEffect(() => onHashChange(() => setOwn(undefined)), [])
  return [here, change]
}

/** What follows `/workshop?` in what somebody pasted, a whole link or the end of one; undefined where it is no link to a workshop. */
export const queryIn = (pasted: string): string | undefined => {
  const text = pasted.trim().slice(0, 200_000)
  const found = /#\/(?:workshop|compose|class|projector)\?(\S+)$/.exec(text)?.[1]
  return found ?? (/^(v|title|course|steps)=\S+$/.test(text) ? text : undefined)
}
