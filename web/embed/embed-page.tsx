import { use } from 'react'
import { storyNamed, type Story } from '../../scenarios/stories.ts'
import { openScenario } from '../lab/opened.ts'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import type { Choices } from '../element/choices.ts'
import { Embed } from './embed.tsx'
import type { Host } from './host.ts'
import { useWanted } from './use-wanted.ts'

// Nobody needs it who names a scenario that there is.
const Nothing = lazy(() => import('./nothing.tsx').then(({ Nothing: it }) => ({ default: it })))

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
  if (!story)
    return (
      <Later name="What there is instead">
        <Nothing asked={wanted.scenario} host={host} prefix={prefix} />
      </Later>
    )
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

const Opened = ({ story, ...props }: OpenedProps) => (
  <Embed scenario={use(openScenario(story))} {...props} />
)
