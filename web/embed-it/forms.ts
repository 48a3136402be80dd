import {
  elementMarkup,
  iframeMarkup,
  markdownMarkup,
  mdxMarkup,
  pictureMarkup,
  vueMarkup,
  type Frame,
} from '../element/markup.ts'
import type { EmbedOptions } from '../element/options.ts'

/** A form in which an embed is copied into a page. */
export interface Form {
  readonly name: string
  /** Who takes it, and what it can do. */
  readonly about: string
  /** Whether the run plays in it; `sized`: as high as it is told to be; `scripted`: with the script that comes with the lab. */
  readonly live?: 'plain' | 'sized' | 'scripted'
  /** Left out: it is the text that Mermaid draws, which has to be written from the run. */
  readonly write?: (options: EmbedOptions, frame: Frame) => string
}

/** The forms in which an embed is copied into a page. */
export const forms = {
  element: {
    name: 'Web component',
    about:
      'For a page that takes a script tag. The script is needed once on a page. The element grows with its content and follows your theme while the page is open.',
    live: 'scripted',
    write: elementMarkup,
  },
  vitepress: {
    name: 'VitePress',
    about:
      'The same element for a page of VitePress, which takes no script tag in its Markdown. The first line is needed once on a page.',
    live: 'scripted',
    write: vueMarkup,
  },
  frame: {
    name: 'Frame',
    about:
      'For a page that takes HTML and no scripts. It stays as high as it is written, and its theme is what your page declares by color-scheme unless one is chosen.',
    live: 'sized',
    write: iframeMarkup,
  },
  mdx: {
    name: 'MDX',
    about: 'For pages that are built from MDX, with the element from the package.',
    live: 'plain',
    write: mdxMarkup,
  },
  markdown: {
    name: 'Markdown',
    about: 'For a README or a ticket: a still picture, which leads to the run in the lab.',
    write: markdownMarkup,
  },
  picture: {
    name: 'Picture',
    about:
      'For pages that are printed, and for readers without scripts: a still picture in both themes, which leads to the run in the lab.',
    write: pictureMarkup,
  },
  mermaid: {
    name: 'Mermaid',
    about:
      'For Markdown on GitHub, GitLab and in many wikis, which draw it themselves: the whole run as a sequence diagram.',
  },
} as const satisfies Readonly<Record<string, Form>>

/** The name of a form in an address. */
export type FormId = keyof typeof forms

/** Whether there is a form of this name. */
export const isForm = (name: string): name is FormId => Object.hasOwn(forms, name)
