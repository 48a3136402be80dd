import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { requireChromium } from '../setup/chromium.mjs'
import { run } from '../setup/tools.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built lab, ending in a slash. */
    lab: string
  }
}

/** Builds the lab, unless `npm run check` just did, and serves it to the browser tests until they are over. */
export async function setup(project: TestProject) {
  requireChromium()
  if (!process.env['LAB_IS_BUILT']) await buildLab()
  const server = await preview({
    // Not the root: a lab that only works there would fail every browser test.
    base: '/somewhere/deep/',
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0 },
  })
  const address = server.httpServer.address()
  if (!address || typeof address === 'string') throw new Error('the lab is served on no port')
  project.provide('lab', `http://127.0.0.1:${address.port}/somewhere/deep/`)
  return () => server.close()
}

async function buildLab() {
  // In a process of its own: vitest's NODE_ENV would build React's development version.
  const env = { NODE_ENV: 'production' }
  if ((await run(['vite', 'build', '--logLevel', 'warn'], { env })) !== 0) {
    throw new Error('the lab could not be built')
  }
}
