import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { singleFileCopy } from './.build/single-file.ts'

/** Vite's development server injects inline scripts and styles and talks over a socket; what is built does not. */
const developmentPolicy = (): Plugin => ({
  name: 'development-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replace(/(script-src|style-src) 'self'/g, "$1 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
})

export default defineConfig({
  // Relative addresses: the lab runs from whatever path a static host gives it.
  base: './',
  // One page: an address that is not there is a 404, not the page again with its files missing.
  appType: 'mpa',
  plugins: [react(), msw({ mode: 'worker-only' }), developmentPolicy(), singleFileCopy()],
  resolve: {
    // tough-cookie, which msw and the user agent keep cookies with, loads every public suffix there is: 113 kB gzip.
    alias: { tldts: fileURLToPath(new URL('engine/network/public-suffix.ts', import.meta.url)) },
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
      output: {
        // What changes seldom keeps its address from one release to the next.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'flow', test: /node_modules\/(@xyflow|d3-[a-z]+|zustand|classcat)\// },
          ],
        },
      },
    },
  },
  test: {
    // A run never depends on who ran before it, nor does a test pass because it was left switched on alone.
    allowOnly: false,
    server: { deps: { inline: ['tough-cookie'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          // A busy machine is no defect.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/serve.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
