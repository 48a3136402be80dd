import { fileURLToPath } from 'node:url'
import { type Plugin, type Rolldown, runnerImport } from 'vite'
import type * as Written from './pages/written.tsx'
import { singleFileMode } from './single-file.ts'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** The variable that says under which address the lab will be found; where it is missing, addresses stay relative. */
const SITE = 'LAB_SITE'

/**
 * Writes, for every scenario, what can be read without a script: a page with its story and the transcript of its run, still
 * pictures, the diagram as Mermaid text, and what a host is told that wants to embed it. All of it comes from runs that the
 * engine plays during the build.
 */
export const writtenPagesOfScenarios = (): Plugin => ({
  name: 'written-pages',
  apply: (_, { command, mode }) => command === 'build' && mode !== singleFileMode,
  buildStart() {
    this.emitFile({ type: 'chunk', id: path('pages/pages.css'), name: 'pages' })
  },
  generateBundle: {
    // After the styles have become a file.
    order: 'post',
    async handler(_, bundle) {
      const styles = Object.keys(bundle).find((file) => /(^|\/)pages-[^/]*\.css$/.test(file))
      if (styles === undefined) throw new Error('the styles of the pages were not built')
      const site = siteIn(process.env[SITE])
      const { module } = await runnerImport<typeof Written>(path('pages/written.tsx'), {
        configFile: false,
        logLevel: 'error',
      })
      const icon = iconIn(bundle['index.html'])
      const pages = module.writtenPages(await module.playedAll(), {
        styles: `../${styles}`,
        icon,
        site,
      })
      for (const [fileName, source] of pages) this.emitFile({ type: 'asset', fileName, source })
    },
  },
})

// The icon stands in the lab's own page, and in no file.
const iconIn = (page: Rolldown.OutputBundle[string] | undefined): string => {
  const html = page?.type === 'asset' ? String(page.source) : ''
  const icon = /<link[^>]*rel="icon"[^>]*href="([^"]+)"/.exec(html)?.[1]
  if (icon === undefined) throw new Error('index.html names no icon')
  return icon.replaceAll('&amp;', '&')
}

const siteIn = (given: string | undefined): string | undefined => {
  if (given === undefined || given === '') return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`${SITE} is no address to find the lab under: ${given}`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
