import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type HtmlTagDescriptor, type Plugin, type Rollup } from 'vite'

interface Prerender {
  startPage(): Promise<string>
}

type Bundle = Rollup.OutputBundle
type Chunk = Rollup.OutputChunk

const PLACE = '<div id="root"></div>'
const EARLY = 'early.js'

/**
 * Writes the start page into `index.html`, so that it is painted before any script has run; names the files that it needs at
 * once, and those that the lab will need; and adds a small script which has whoever comes for another page not see it.
 */
export const prerenderedStartPage = (): Plugin => {
  let root = ''
  return {
    name: 'prerendered-start-page',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
    },
    async generateBundle() {
      const source = await readFile(join(root, '.build', EARLY), 'utf8')
      this.emitFile({ type: 'asset', fileName: EARLY, source: source.replace(/^ *\/\/.*\n/gm, '') })
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle, path }) => {
        if (!bundle || !path.endsWith('/index.html')) return html
        if (!html.includes(PLACE)) throw new Error(`index.html has no ${PLACE}`)
        const page = await (written ??= startPage(root))
        for (const sign of ['<script', ' style="', '<template'])
          if (page.includes(sign))
            throw new Error(`the start page holds ${sign}, which its content policy forbids`)
        return {
          html: withEarly(withLab(html, bundle)).replace(
            PLACE,
            () => `<div id="root" data-written>${page}</div>`,
          ),
          tags: [...linksOf(bundle, html)],
        }
      },
    },
  }
}

let written: Promise<string> | undefined

/** Renders the start page with the page's own components, built once for Node. */
const startPage = async (root: string): Promise<string> => {
  const entry = 'web/prerender.tsx'
  const folder = await mkdtemp(join(root, 'node_modules/.prerender-'))
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      base: './',
      build: {
        ssr: entry,
        outDir: folder,
        assetsInlineLimit: 0,
        rolldownOptions: { external: isOtherPage, output: { entryFileNames: 'page.mjs' } },
      },
    })
    const module: Prerender = await import(pathToFileURL(join(folder, 'page.mjs')).href)
    return await module.startPage()
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What the start page loads later, or never, need not be built to write it down. */
const isOtherPage = (id: string, importer: string | undefined): boolean =>
  importer !== undefined &&
  ((/\/web\/(app|teaching-pages)\.tsx$/.test(importer) &&
    /^\.\/.*\.tsx$/.test(id) &&
    !/^\.\/((start|ui|search|drop)\/|teaching-pages)/.test(id)) ||
    id.endsWith('/have-played.ts') ||
    importer.endsWith('/scenarios/stories.ts'))

const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === 'chunk'

/** The chunk that holds a module as its own entry, and all that it imports. */
const chunksOf = (bundle: Bundle, module: string): readonly Chunk[] => {
  const entry = Object.values(bundle)
    .filter(isChunk)
    .find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`))
  const found = new Set<Chunk>()
  const queue = entry ? [entry] : []
  for (let chunk = queue.pop(); chunk; chunk = queue.pop()) {
    if (found.has(chunk)) continue
    found.add(chunk)
    queue.push(...chunk.imports.map((name) => bundle[name]).filter(isChunk))
  }
  return [...found]
}

/** The page with the files that the lab is made of, for whoever is about to need them. In one file there are none. */
const withLab = (html: string, bundle: Bundle): string => {
  const files = chunksOf(bundle, 'web/lab/lab.tsx').map(({ fileName }) => `./${fileName}`)
  return files.length === 0 ? html : html.replace('<html ', `<html data-lab="${files.join(' ')}" `)
}

/** The page with the early script, as early as its policy allows: right after it. */
const withEarly = (html: string): string => {
  const policy = /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/
  if (!policy.test(html)) throw new Error('index.html has no content policy')
  return html.replace(policy, (found) => `${found}\n    <script src="./${EARLY}" async></script>`)
}

/** What the start page needs besides what the page loads anyway: its styles, its script, and the fonts it is set in. */
const linksOf = (bundle: Bundle, html: string): readonly HtmlTagDescriptor[] => {
  const chunks = ['web/mount.tsx', 'web/start/start.tsx'].flatMap((module) =>
    chunksOf(bundle, module),
  )
  const styles = new Set(
    chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
  )
  const fonts = Object.keys(bundle).filter((name) => /-latin-wght-normal-.*\.woff2$/.test(name))
  const missing = (name: string) => !html.includes(name)
  const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: attrs!,
    injectTo: 'head',
  })
  return [
    ...fonts.map((name) =>
      link({
        rel: 'preload',
        as: 'font',
        type: 'font/woff2',
        href: `./${name}`,
        crossorigin: true,
      }),
    ),
    ...[...styles].filter(missing).map((name) => link({ rel: 'stylesheet', href: `./${name}` })),
    ...[...new Set(chunks.map(({ fileName }) => fileName))]
      .filter(missing)
      .map((name) => link({ rel: 'modulepreload', href: `./${name}`, crossorigin: true })),
  ]
}
