import { storyNamed } from '../../scenarios/stories.ts'
import { openScenario } from '../lab/opened.ts'

let fetched = false

/** Has the browser fetch what the lab is made of, and not yet run it, unless somebody pays for every byte. */
export const fetchLab = (): void => {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  if (fetched || connection?.saveData === true) return
  fetched = true
  // The build writes down there which files these are.
  for (const href of document.documentElement.dataset['lab']?.split(' ') ?? [])
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
    )
}

/** Loads where a link leads to, when somebody is about to follow it. */
export const goAhead = ({ target }: { readonly target: EventTarget }): void => {
  const link = target instanceof Element ? target.closest('a[href^="#/lab/"]') : null
  const story = storyNamed(/^#\/lab\/([a-z-]+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '')
  if (!story) return
  // Whoever follows the link is told what did not work.
  openScenario(story).catch(() => {})
  import('../lab/lab.tsx').catch(() => {})
}
