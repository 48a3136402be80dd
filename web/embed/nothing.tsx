import { useRef } from 'react'
import { shelf } from '../../scenarios/shelf.ts'
import { DidYouMean } from '../ui/did-you-mean.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Host } from './host.ts'
import { useHeight } from './use-height.ts'

interface NothingProps {
  readonly asked: string
  readonly host: Host
  /** What stands in the hash before the choices. */
  readonly prefix: string
}

/** Says what was asked for and is not there, and is no higher than that. */
export const Nothing = ({ asked, host, prefix }: NothingProps) => {
  const root = useRef<HTMLElement>(null)
  useHeight(root, host)
  return (
    <main ref={root}>
      <Notice title="There is nothing to show.">
        {asked === ''
          ? 'The address names no scenario. '
          : `There is no scenario called “${asked.slice(0, 60)}”. `}
        <DidYouMean asked={asked} among={shelf} hrefOf={(id) => hrefWith(id, prefix)} />
        <a href="./index.html" target="_blank" rel="noreferrer">
          All scenarios
        </a>
      </Notice>
    </main>
  )
}

/** This address with another scenario. */
const hrefWith = (scenario: string, prefix: string): string => {
  const query = new URLSearchParams(location.hash.slice(1 + prefix.length))
  query.set('scenario', scenario)
  return `#${prefix}${query}`
}
