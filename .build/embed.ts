import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { singleFileMode } from './single-file.ts'

const entry = 'web/embed/main.ts'
const source = 'web/embed/embed.html'
const page = 'embed.html'
const parts = 'embed'

/**
 * Parts of the engine that only an opened message and the checks ask for. The engine has one public face, so without this
 * they would be loaded with the first run.
 */
const laterParts =
  /\/engine\/(spec\/ref|offers|choices|check-groups|token-check|attack\/(notebook|matters)|wire\/field-words)[\w-]*\.ts$/

/** Of the engine and the scenarios, two files alone do something when they are loaded. */
const onlySays =
  /^(?!.*\/(no-eval|local-storage|engine\/index)\.ts$).*\/(engine|scenarios)\/[^?]*\.ts$/

/** What of an embed is loaded when, for those who measure it. */
export interface EmbedManifest {
  /** Loaded by the page itself, and what the run then needs besides its story. */
  readonly first: readonly string[]
  /** The files of each part that is loaded later, by its source. */
  readonly later: Readonly<Record<string, readonly string[]>>
}

/**
 * Builds `embed.html` out of plain scripts. It stands in frames without an origin, on hosts without CORS headers, and in
 * pages opened from a disk; browsers load no module script there.
 */
export const embedPage = (): Plugin => {
  let root = ''
  let folder = ''
  return {
    name: 'embed-page',
    apply: (_, { command, mode }) => command === 'build' && mode !== singleFileMode,
    configResolved: (config) => {
      root = config.root
      folder = resolve(root, config.build.outDir)
    },
    closeBundle: async () => {
      const files = await buildEmbed(root)
      await Promise.all(
        [...files].map(async ([name, text]) => {
          await mkdir(dirname(join(folder, name)), { recursive: true })
          await writeFile(join(folder, name), text)
        }),
      )
    },
  }
}

/** Has Vite's development server show the embed under the address that it has in a build. */
export const embedPageServed = (): Plugin => ({
  name: 'embed-page-served',
  apply: 'serve',
  configureServer: (server) => () => {
    server.middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost')
      if (pathname !== `/${page}`) return next()
      readFile(join(server.config.root, source), 'utf8')
        .then((html) => server.transformIndexHtml(`/${source}`, html))
        .then((html) => html.replace("default-src 'none'", "$&; connect-src 'self' ws:"))
        .then((html) => {
          response.setHeader('Content-Type', 'text/html')
          response.end(html)
        }, next)
    })
  },
})

async function buildEmbed(root: string): Promise<ReadonlyMap<string, string>> {
  const first = new Set<string>()
  const built = await build({
    root,
    plugins: [gathersFirst(first)],
    mode: singleFileMode,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.DEV': 'false' },
    build: {
      write: false,
      manifest: false,
      license: false,
      cssCodeSplit: false,
      lib: { entry: join(root, entry), formats: ['cjs'], cssFileName: 'embed' },
      rolldownOptions: {
        preserveEntrySignatures: false,
        treeshake: { moduleSideEffects: [{ test: onlySays, sideEffects: false }] },
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'later', test: laterParts, priority: 1 },
              { name: (id) => (first.has(id) ? 'run' : null) },
            ],
          },
        },
      },
    },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = output.filter((file) => file.type === 'chunk')
  const style = output.find((file) => file.fileName.endsWith('.css'))
  const main = chunks.find(({ isEntry }) => isEntry)
  if (!main || style?.type !== 'asset') throw new Error('the embed was not built')
  const loader = await readFile(join(root, '.build/classic-loader.js'), 'utf8')
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  // What the entry needs stands before it; the loader before everything.
  const scripts = [...closureOf(main.fileName, named)].toReversed()
  // In brackets, browsers read the function once, while it comes, and not again when it is called.
  const classic = (chunk: Rolldown.OutputChunk) =>
    `${chunk.fileName === scripts[0] ? loader : ''}handshakeLabParts.part(${JSON.stringify(chunk.fileName)},(function(exports,require){${asPart(chunk, named)}\n}));\n${
      chunk === main ? `handshakeLabParts.need("./${main.fileName}")\n` : ''
    }`
  const html = await readFile(join(root, source), 'utf8')
  const manifest = manifestOf(main, named)
  const early = manifest.first.find((file) => file.startsWith(`${parts}/later-`))
  if (early) throw new Error(`the first run needs ${early}: laterParts or what imports it is wrong`)
  return new Map([
    ...chunks.map((chunk) => [`${parts}/${chunk.fileName}`, classic(chunk)] as const),
    [`${parts}/embed.css`, `${style.source}`],
    [`${parts}/fonts.css`, await fonts(root)],
    [page, withPlainScripts(html, scripts)],
    ['.vite/embed.json', JSON.stringify(manifest, null, 2)],
  ])
}

const isMount = (id: string) => id.endsWith('/web/embed/mount.tsx')

/** Finds out what is loaded with the first run, so that it can stand in one file. */
const gathersFirst = (first: Set<string>): Plugin => ({
  name: 'gathers-first',
  buildEnd() {
    const reached = (wanted: (id: string) => boolean) => {
      const all = new Set<string>()
      const add = (id: string) => {
        if (all.has(id)) return
        all.add(id)
        for (const one of this.getModuleInfo(id)?.importedIds ?? []) add(one)
      }
      for (const id of [...this.getModuleIds()].filter(wanted)) add(id)
      return all
    }
    const boot = reached((id) => id.endsWith(entry))
    for (const id of reached(isMount)) if (!boot.has(id)) first.add(id)
  },
})

/** A chunk whose dynamic imports wait for the files they need. */
const asPart = (
  { fileName, code, dynamicImports }: Rolldown.OutputChunk,
  named: ReadonlyMap<string, Rolldown.OutputChunk>,
): string => {
  const asked = new Set<string>()
  const text = code.replace(
    /Promise\.resolve\(\)(?=\.then\(\(\)=>(?:\w+\()?require\(["'`]\.\/([^"'`]+)["'`]\))/g,
    (_, file: string) => {
      asked.add(file)
      return `handshakeLabParts.load(${JSON.stringify(closureOf(file, named)).slice(1, -1)})`
    },
  )
  const missed = dynamicImports.filter((file) => !asked.has(file))
  if (missed.length > 0) throw new Error(`${fileName} imports ${missed.join()} in an unknown way`)
  return text
}

const closureOf = (
  file: string,
  named: ReadonlyMap<string, Rolldown.OutputChunk>,
): readonly string[] => {
  const all = new Set<string>()
  const add = (name: string) => {
    if (all.has(name)) return
    all.add(name)
    for (const one of named.get(name)?.imports ?? []) add(one)
  }
  add(file)
  return [...all]
}

const manifestOf = (
  main: Rolldown.OutputChunk,
  named: ReadonlyMap<string, Rolldown.OutputChunk>,
): EmbedManifest => {
  const files = (file: string) => closureOf(file, named).map((name) => `${parts}/${name}`)
  const mount = [...named.values()].find(({ moduleIds }) => moduleIds.some(isMount))
  if (!mount) throw new Error('the embed has no mount')
  const later = [...named.values()].flatMap(({ fileName, facadeModuleId, isDynamicEntry }) =>
    isDynamicEntry && facadeModuleId
      ? [[facadeModuleId.replace(/^.*\/(?=web\/|scenarios\/|engine\/)/, ''), files(fileName)]]
      : [],
  )
  return {
    first: [...new Set([...files(main.fileName), ...files(mount.fileName)])],
    later: Object.fromEntries(later),
  }
}

const withPlainScripts = (html: string, scripts: readonly string[]): string => {
  const tag = /<script type="module"[^>]*><\/script>/
  if (!tag.test(html)) throw new Error(`${source} has no script`)
  const plain = scripts.map((file) => `<script defer src="./${parts}/${file}"></script>`)
  return html
    .replace(tag, () => plain.join('\n    '))
    .replace('</head>', () => `  <link rel="stylesheet" href="./${parts}/embed.css" />\n  </head>`)
}

/** The fonts inside their own style sheet: a frame without an origin may fetch no font of a host without CORS headers. */
const fonts = async (root: string): Promise<string> => {
  const { resolve } = createRequire(join(root, 'package.json'))
  const text = await readFile(join(root, 'web/styles/fonts.css'), 'utf8')
  const names = [...text.matchAll(/url\('([^']+)'\)/g)].map(([, name = '']) => name)
  const bytes = await Promise.all(
    names.map(async (name) => (await readFile(resolve(name))).toString('base64')),
  )
  return names.reduce(
    (css, name, at) => css.replace(`'${name}'`, () => `data:font/woff2;base64,${bytes[at]}`),
    text,
  )
}
