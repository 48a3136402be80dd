import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { requireMkDocs, requireVitePress } from '../setup/generators.mjs'
import type { SnippetName } from './snippets.ts'

/** A way to make a site into whose pages authors put embeds. */
export interface Host {
  readonly name: string
  /** Its folder in test/hosts. */
  readonly folder: string
  /** What makes the site; left out: it is served as it stands there. */
  readonly generator?: {
    /** A command and its arguments, run in a copy of the folder. */
    command(): readonly [string, ...string[]]
    /** The folder in which it writes the site. */
    readonly output: string
  }
  /** The pages that hold an embed, by the snippet in them. */
  readonly pages: readonly (readonly [SnippetName, path: string])[]
  /** What its own pages cannot do without, besides scripts, styles, fonts and pictures of its own. */
  readonly policy: Readonly<Record<string, string>>
  /** Whether a link leads on without loading a page anew. */
  readonly navigates: boolean
  /** Changes between light and dark as a reader does. */
  switchTheme(page: Page): Promise<void>
}

const vitePress: Host = {
  name: 'VitePress',
  folder: 'vitepress',
  generator: {
    command: () => [process.execPath, requireVitePress(), 'build'],
    output: join('.vitepress', 'dist'),
  },
  pages: [
    ['frame', 'frame.html'],
    ['vue', 'element.html'],
  ],
  // Its pages arrive with styles on single elements, fetch what they lead to, and switch their theme with a style sheet of one rule.
  policy: {
    'style-src-attr': "'unsafe-inline'",
    'style-src': "'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='",
    'connect-src': "'self'",
  },
  navigates: true,
  switchTheme: (page) => page.getByRole('switch').first().click(),
}

const mkDocs: Host = {
  name: 'MkDocs',
  folder: 'mkdocs',
  generator: { command: () => [requireMkDocs(), 'build', '--quiet'], output: 'site' },
  pages: [
    ['frame', 'frame/'],
    ['element', 'element/'],
  ],
  // The search runs in a worker.
  policy: { 'connect-src': "'self'", 'worker-src': "'self'" },
  navigates: true,
  switchTheme: (page) => page.locator('[data-md-component=palette] label:visible').click(),
}

/** Nothing but what the page says itself: what an embed needs shows here. */
export const plain: Host = {
  name: 'HTML written by hand',
  folder: 'plain',
  pages: [
    ['frame', 'frame.html'],
    ['element', 'element.html'],
  ],
  policy: {},
  navigates: false,
  switchTheme: (page) => page.getByRole('button', { name: 'Dark' }).click(),
}

/** Every host that the browser tests put an embed into. */
export const hosts: readonly Host[] = [plain, vitePress, mkDocs]
