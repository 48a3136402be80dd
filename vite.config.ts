import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { devToolsPage } from './.build/devtools-page.ts'
import { elementScripts } from './.build/element.ts'
import { embedPage, embedPageServed } from './.build/embed.ts'
import { writtenPagesOfScenarios } from './.build/pages.ts'
import { prerenderedStartPage } from './.build/prerender.ts'
import { singleFileCopy } from './.build/single-file.ts'
import { siteZipped } from './.build/site-zip.ts'

/** Vite's development server injects inline scripts and styles and talks over a socket; what is built does not. */
const developmentPolicy = (): Plugin => ({
  name: 'development-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replace(/(script-src|style-src) 'self'/g, "$1 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
})

/**
 * The parser of pages brings along every named character of HTML, 14 kB of them. The lab has it decode none (see
 * engine/wire/page.ts), so what is looked up by name may be empty.
 */
const withoutNamedCharacters = (): Plugin => ({
  name: 'without-named-characters',
  apply: 'build',
  load: (id) =>
    id.endsWith('/entities/dist/generated/decode-data-html.js')
      ? 'export const htmlDecodeTree = new Uint16Array([0])'
      : undefined,
})

/** Tests that run only when somebody asks for them: `npm run test:long`. */
const long = {
  hostile: ['test/browser/fuzz.test.ts'],
  everywhere: ['test/browser/everywhere.test.ts'],
  hosts: ['test/browser/hosts.test.ts'],
  room: ['test/browser/room.test.ts'],
}

const inChromium = (name: string, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude,
    globalSetup: ['test/browser/serve.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    // As long as Playwright waits for what has to come.
    expect: { poll: { timeout: 30_000 } },
  },
})

export default defineConfig({
  // Relative addresses: the lab runs from whatever path a static host gives it.
  base: './',
  // One page: an address that is not there is a 404, not the page again with its files missing.
  appType: 'mpa',
  plugins: [
    react(),
    msw({ mode: 'worker-only' }),
    developmentPolicy(),
    withoutNamedCharacters(),
    prerenderedStartPage(),
    writtenPagesOfScenarios(),
    singleFileCopy(),
    embedPage(),
    embedPageServed(),
    elementScripts(),
    devToolsPage(),
    siteZipped(),
  ],
  resolve: {
    // tough-cookie, which msw and the user agent keep cookies with, loads every public suffix there is: 113 kB gzip.
    alias: {
      tldts: fileURLToPath(new URL('engine/network/public-suffix.ts', import.meta.url)),
      // What the interpreter would take from Node; a browser has none.
      module: fileURLToPath(new URL('web/exercise/no-node.ts', import.meta.url)),
    },
  },
  build: {
    target: 'es2022',
    // The page's policy forbids the inline script of the polyfill, and data: addresses for fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // How long plugins take is no trouble of whoever builds.
      checks: { bundlerTimings: false },
      output: {
        // What changes seldom keeps its address from one release to the next.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store)\//,
            },
            { name: 'flow', test: /node_modules\/(@xyflow|d3-[a-z]+|zustand|classcat)\// },
          ],
        },
      },
    },
  },
  worker: {
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // In one file the bundler else loads msw before the storage that stands in for the one a worker does not have.
      output: { strictExecutionOrder: true },
    },
  },
  test: {
    // A run never depends on who ran before it, nor does a test pass because it was left switched on alone.
    allowOnly: false,
    // Chromium works beside the tests: two at once even where a machine has two cores.
    maxWorkers: 2,
    server: { deps: { inline: ['tough-cookie'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          // The engine keeps nothing between runs, so no file needs one of its own: loading it for each took a third of the time.
          pool: 'threads',
          isolate: false,
          // A busy machine is no defect.
          testTimeout: 30_000,
        },
      },
      inChromium('browser', ['test/browser/**/*.test.ts'], Object.values(long).flat()),
      inChromium('hostile', long.hostile),
      inChromium('everywhere', long.everywhere),
      inChromium('hosts', long.hosts),
      inChromium('room', long.room),
    ],
  },
})
