import { useEffect, useState } from 'react'
import { onHashChange } from '../ui/hash-location.ts'
import { readChoices, type Choices } from '../element/choices.ts'
import type { Host } from './host.ts'

/** What the embed is asked to show: at first, then by whoever changes its address, or by the page around it. */
export const useWanted = (host: Host, prefix: string, query: string): Choices => {
  const [wanted, setWanted] = useState<Choices>(() => readChoices(query))
  useEffect(
    () => onHashChange(() => setWanted(readChoices(location.hash.slice(1 + prefix.length)))),
    [prefix],
  )
  useEffect(() => host.on('show', ({ query }) => setWanted(readChoices(query))), [host])
  return wanted
}
