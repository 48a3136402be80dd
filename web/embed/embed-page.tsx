import { use, useRef } from 'react'
import { storyNamed, type Story } from '../../scenarios/stories.ts'
import { openScenario } from '../lab/opened.ts'
import { Later } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Choices } from '../element/choices.ts'
import { Embed } from './embed.tsx'
import type { Host } from './host.ts'
import { useHeight } from './use-height.ts'
import { useWanted } from './use-wanted.ts'

interface EmbedPageProps {
  readonly host: Host
  /** What stands in the hash before the choices. */
  readonly prefix: string
  /** The choices to begin with. */
  readonly query: string
}

/** One scenario for the page of somebody else, whichever the address asks for. */
export const EmbedPage = ({ host, prefix, query }: EmbedPageProps) => {
  const wanted = useWanted(host, prefix, query)
  const story = storyNamed(wanted.scenario)
  if (!story) return <Nothing asked={wanted.scenario} host={host} />
  return (
    <Later key={story.id} name="The scenario" awaited>
      <Opened story={story} wanted={wanted} host={host} prefix={prefix} />
    </Later>
  )
}

interface OpenedProps extends Omit<EmbedPageProps, 'query'> {
  readonly story: Story
  readonly wanted: Choices
}

/** Says what was asked for and is not there, and is no higher than that. */
const Nothing = ({ asked, host }: { readonly asked: string; readonly host: Host }) => {
  const root = useRef<HTMLElement>(null)
  useHeight(root, host)
  return (
    <main ref={root}>
      <Notice title="There is nothing to show.">
        {asked === ''
          ? 'The address names no scenario. '
          : `There is no scenario called “${asked.slice(0, 60)}”. `}
        <a href="./index.html" target="_blank" rel="noreferrer">
          All that there are
        </a>
      </Notice>
    </main>
  )
}

const Opened = ({ story, ...props }: OpenedProps) => (
  <Embed scenario={use(openScenario(story))} {...props} />
)
