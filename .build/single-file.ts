import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

/** The mode in which the lab is built as one script, for one file. */
export const singleFileMode = 'single-file'

const singleFile = 'handshake-lab.html'

/**
 * Puts the whole lab into one more file, which also opens from a disk: browsers load no module script over `file://`
 * unless it stands in the page itself. Whoever opens `index.html` from a disk is sent there.
 */
export const singleFileCopy = (): Plugin => {
  let root = ''
  let folder = ''
  return {
    name: 'single-file-copy',
    // A server that is closed, as after tests, has built nothing to copy.
    apply: (_, { command, mode }) => command === 'build' && mode !== singleFileMode,
    configResolved: (config) => {
      root = config.root
      folder = resolve(root, config.build.outDir)
    },
    transformIndexHtml: (_, { bundle }) =>
      bundle
        ? [{ tag: 'script', attrs: { src: './from-disk.js', async: true }, injectTo: 'head' }]
        : [],
    generateBundle() {
      const source = `if (location.protocol === 'file:') {
  document.documentElement.hidden = true
  location.replace('./${singleFile}' + location.hash)
}
`
      this.emitFile({ type: 'asset', fileName: 'from-disk.js', source })
    },
    closeBundle: async () => writeFile(join(folder, singleFile), await buildSingleFile(root)),
  }
}

async function buildSingleFile(root: string) {
  const result = await build({
    root,
    mode: singleFileMode,
    logLevel: 'warn',
    build: {
      write: false,
      manifest: false,
      license: false,
      cssCodeSplit: false,
      // The Latin fonts travel inside; the others are found in the folder, or the system's fonts stand in.
      assetsInlineLimit: (file) => !/-(latin-ext|cyrillic|greek|vietnamese)(-|\.)/.test(file),
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  if (!('output' in result)) throw new Error('vite answered a build with something else')
  const files = new Map(
    result.output.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : `${file.source}`,
    ]),
  )
  return inlined(files.get('index.html') ?? '', files)
}

/** Workers that the single file carries as text: the name of each, and how its built file begins. */
const CARRIED = { 'sandbox-worker': 'assets/sandbox-worker-' }

function carriedWorkers(files: ReadonlyMap<string, string>) {
  return Object.entries(CARRIED)
    .map(([id, beginning]) => {
      const path = [...files.keys()].find((one) => one.startsWith(beginning))
      if (path === undefined) throw new Error(`no ${beginning}….js was built for the single file`)
      return `<script type="text/plain" id="${id}">${withoutEnds(files.get(path)!)}</script>`
    })
    .join('')
}

// What would end the element early, or open a comment, only ever stands in a string, where `\/` is `/`.
const withoutEnds = (text: string) => text.replace(/<(?=\/script|\/style|!--)/gi, '<\\')

function inlined(page: string, files: ReadonlyMap<string, string>) {
  const scripts: string[] = []
  const styles: string[] = []
  const file = (path: string, hashes: string[]) => {
    const text = files.get(path)
    if (text === undefined) throw new Error(`the page asks for ${path}, which was not built`)
    const safe = withoutEnds(text)
    hashes.push(`'sha256-${createHash('sha256').update(safe).digest('base64')}'`)
    return safe
  }
  return (
    page
      .replace('<div id="root"', (root) => `${carriedWorkers(files)}${root}`)
      .replace(/<script src="\.\/([^"]+)"[^>]*><\/script>/g, (_, path: string) => {
        return `<script>${file(path, scripts)}</script>`
      })
      .replace(/<script type="module"[^>]* src="\.\/([^"]+)"><\/script>/g, (_, path: string) => {
        return `<script type="module">${file(path, scripts)}</script>`
      })
      .replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (_, path: string) => {
        return `<style>${file(path, styles)}</style>`
      })
      .replace("script-src 'self'", () => `script-src ${scripts.join(' ')}`)
      .replace("style-src 'self'", () => `style-src ${styles.join(' ')}`)
      // From a disk no worker starts but from text that the page already has.
      .replace("worker-src 'self'", 'worker-src blob:')
      .replace("font-src 'self'", "font-src 'self' data:")
  )
}
