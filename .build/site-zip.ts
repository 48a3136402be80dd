import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { zipSync } from 'fflate'
import type { Plugin } from 'vite'
import { singleFileMode } from './single-file.ts'

const siteZip = 'handshake-lab-site.zip'

/** Packs what was built into one more file, for whoever wants to put the lab on a server. The same site gives the same bytes. */
export const siteZipped = (): Plugin => {
  let folder = ''
  return {
    name: 'site-zip',
    // What copies the page for developer tools comes last as well, and before this one.
    enforce: 'post',
    apply: (_, { command, mode }) => command === 'build' && mode !== singleFileMode,
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      // After all others have written what they add.
      order: 'post',
      sequential: true,
      handler: async () => writeFile(join(folder, siteZip), await zipped(folder)),
    },
  }
}

async function zipped(folder: string) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    // Itself, from the last time, and what only builds read.
    .filter((path) => path !== siteZip && !path.startsWith('.vite/'))
    .toSorted()
  const files: Record<string, Uint8Array> = {}
  for (const path of paths) files[path] = await readFile(join(folder, path))
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}
