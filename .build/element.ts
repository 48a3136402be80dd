import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { singleFileMode } from './single-file.ts'

/** The element as one plain script, for a tag in somebody's page, and as a module, for who bundles. */
const scripts = [
  { entry: 'web/element/script.ts', format: 'iife', file: 'handshake-lab.js' },
  { entry: 'web/element/module.ts', format: 'es', file: 'element.js' },
] as const

/** Builds what other people's pages load to know `<handshake-lab>`. */
export const elementScripts = (): Plugin => {
  let root = ''
  let folder = ''
  return {
    name: 'element-scripts',
    apply: (_, { command, mode }) => command === 'build' && mode !== singleFileMode,
    configResolved: (config) => {
      root = config.root
      folder = resolve(root, config.build.outDir)
    },
    closeBundle: async () => {
      for (const { entry, format, file } of scripts)
        await writeFile(join(folder, file), await built(root, entry, format))
    },
  }
}

async function built(root: string, entry: string, format: 'iife' | 'es'): Promise<string> {
  const result = await build({
    root,
    mode: singleFileMode,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      manifest: false,
      license: false,
      minify: true,
      lib: { entry: join(root, entry), formats: [format], name: 'handshakeLab' },
      rolldownOptions: { output: { minify: true } },
    },
  })
  const chunks = [result]
    .flat()
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk')
  if (chunks.length !== 1) throw new Error(`${entry} was built into ${chunks.length} files`)
  return chunks[0]!.code
}
