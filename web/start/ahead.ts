import { storyNamed } from '../../scenarios/stories.ts'
import { openScenario } from '../lab/opened.ts'
import { breath } from '../ui/breath.ts'

let fetched = false

/** Has the browser fetch what the lab is made of, and not yet run it, unless somebody pays for every byte. */
export const fetchLab = (): void => {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  if (fetched || connection?.saveData === true) return
  fetched = true
  // The build writes down there which files these are.
  void fetchAll(document.documentElement.dataset['lab']?.split(' ') ?? [])
}

/** A file at a time: so many at once are one long task. */
const fetchAll = async (addresses: readonly string[]) => {
  for (const href of addresses) {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
    )
    await breath()
  }
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
