import { spawn } from 'node:child_process'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { siteFolder } from '../setup/generators.mjs'
import type { Host } from './hosts.ts'
import { withSnippets } from './snippets.ts'

/** Makes a host’s site with the embeds in it, in a copy of its folder; resolves to where the site is. */
export const buildSite = async ({ folder, generator }: Host, base: string): Promise<string> => {
  const source = fileURLToPath(new URL(`${folder}/`, import.meta.url))
  const copy = siteFolder(folder)
  await clear(copy)
  await cp(source, copy, { recursive: true })
  for (const entry of await readdir(source, { recursive: true })) {
    if (!['.md', '.html'].includes(extname(entry))) continue
    const text = await readFile(join(source, entry), 'utf8')
    await writeFile(join(copy, entry), withSnippets(text, base))
  }
  if (!generator) return copy
  await run(generator.command(), copy)
  return join(copy, generator.output)
}

// What was installed there stays.
const clear = async (folder: string) => {
  const entries = await readdir(folder).catch(() => [])
  for (const entry of entries.filter((one) => one !== 'node_modules'))
    await rm(join(folder, entry), { recursive: true })
}

const run = ([command, ...args]: readonly [string, ...string[]], cwd: string) => {
  // Vitest sets NODE_ENV, and Vue would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output}`))
    })
  })
}
