import { useEffect, useRef, useState } from 'react'
import { storyNamed } from '../../scenarios/stories.ts'
import { readChoices } from '../element/choices.ts'
import { hashQuery } from '../ui/hash-location.ts'
import { applyTheme, themeNow } from '../ui/theme.ts'
import { EmbedPage } from './embed-page.tsx'
import { connectHost, type Host } from './host.ts'
import { showPoster } from './poster.ts'
import './embed.css'

// However often somebody comes here, there is one page around this one.
let connected: Host | undefined

/** The embed under an address of the lab itself, which the lab in one file has too. */
export const EmbedRoute = () => {
  const host = (connected ??= connectHost(applyTheme))
  const [query] = useState(hashQuery)
  const { poster, scenario } = readChoices(query)
  // A picture of nothing would hide what is wrong.
  const [asked, setAsked] = useState(!poster || !storyNamed(scenario))
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['embed'] = ''
    return () => {
      // The lab has a ground of its own, and the theme that its reader chose.
      delete dataset['embed']
      applyTheme(themeNow())
    }
  }, [])
  return asked ? (
    <EmbedPage host={host} prefix="/embed?" query={query} />
  ) : (
    <Poster host={host} query={query} onAsked={() => setAsked(true)} />
  )
}

interface PosterProps {
  readonly host: Host
  readonly query: string
  readonly onAsked: () => void
}

const Poster = ({ host, query, onAsked }: PosterProps) => {
  const root = useRef<HTMLDivElement>(null)
  const asked = useRef(onAsked)
  useEffect(() => {
    const { theme, scenario } = readChoices(query)
    applyTheme(theme)
    if (root.current) showPoster(root.current, scenario, host, () => asked.current())
  }, [host, query])
  return <div ref={root} />
}
