import {
  elementMarkup,
  iframeMarkup,
  policyLines,
  vueMarkup,
  type Frame,
} from '../../web/element/markup.ts'
import type { EmbedOptions } from '../../web/element/options.ts'

const options: EmbedOptions = { scenario: 'confused-deputy', step: 12 }

/** What an author copies, by the name that the pages of test/hosts have for it. */
export const snippets = {
  frame: { write: iframeMarkup, script: false },
  element: { write: elementMarkup, script: true },
  vue: { write: vueMarkup, script: true },
} as const satisfies Readonly<
  Record<string, { write: (options: EmbedOptions, frame: Frame) => string; script: boolean }>
>

/** The snippet that a page is to have. */
export type SnippetName = keyof typeof snippets

/** The text of a page with the embed in it, as its author pastes it; `base`: where the lab is hosted. */
export const withSnippets = (text: string, base: string): string =>
  text.replace(/<!-- snippet: (\w+) -->/g, (_, name: string) => {
    if (!Object.hasOwn(snippets, name)) throw new Error(`there is no snippet ${name}`)
    return snippets[name as SnippetName].write(options, { base, title: 'The confused deputy' })
  })

/** What the author of a page with such a snippet adds to the content policy, by directive. */
export const allowedFor = (name: SnippetName, base: string): Readonly<Record<string, string>> =>
  Object.fromEntries(policyLines(base, snippets[name]))
