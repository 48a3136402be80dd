import {
  ABOUT_SECRETS,
  harOf,
  markdownLink,
  markdownOf,
  mermaidOf,
  messageInText,
  pictureOf,
  runInText,
  settingInWords,
  type ShownRun,
} from '../../engine/export/index.ts'
import { curlOf } from '../../engine/index.ts'
import { elementMarkup, iframeMarkup } from '../element/markup.ts'
import { labBase } from '../element/lab-base.ts'
import { embedOf, heldIn, linkOf, shownOf, type Subject, type Wishes } from './subject.ts'

/** One form in which a run can leave the lab. */
export interface Form {
  readonly name: string
  /** Who takes it. */
  readonly about: string
  /** What the choice between this place and the rest means for it; left out: it makes no difference. */
  readonly extent?: readonly [here: string, whole: string]
  /** Whether it comes in two themes. */
  readonly themed?: true
  /** How its file is called after the name of the scenario. */
  readonly file?: { readonly ending: string; readonly type: string }
  /** Whether it is looked at rather than read. */
  readonly picture?: 'svg' | 'png'
  /** Whether somebody else has to be able to open an address of this copy. */
  readonly addressed?: true
  /** As what the page for embedding writes it. */
  readonly embeds?: 'frame' | 'element'
  /** What is in it, in words. */
  readonly holds: (subject: Subject, extent: Wishes['extent']) => string
  /** Undefined where there is nothing of the kind. */
  readonly make: (subject: Subject, wishes: Wishes) => Promise<string | undefined>
}

const OPENS = ['opens here', 'opens at the beginning'] as const
const SHOWS = ['until here', 'the whole run'] as const

const written =
  (write: (run: ShownRun) => string): Form['make'] =>
  async (subject, wishes) =>
    write(await shownOf(subject, wishes))

const drawn: Form['make'] = async (subject, wishes) => {
  const run = await shownOf(subject, wishes)
  const { theme } = wishes
  return pictureOf({ ...run, theme, title: run.scenario.title, subtitle: settingInWords(run) })
}

const secrets = () => ABOUT_SECRETS
const namesOnly: Form['holds'] = ({ view: { decisions } }) =>
  `It names messages and checks, and has the link to this run in it. No header, body or token is there${decisions.length === 0 ? '' : ', except what you wrote into one yourself'}.`
const pictureOnly = () => 'It names messages and checks. No header, body or token is in it.'
const messageOf = ({ view: { log, place } }: Subject) => log[place - 1]

/** Every form, in the order in which they are offered. */
export const forms = {
  link: {
    name: 'Link',
    about:
      'Opens the lab in this state, in any browser. Nothing of it is kept anywhere but in the link itself.',
    extent: OPENS,
    addressed: true,
    holds: heldIn,
    make: (subject, { extent }) => linkOf(subject, extent),
  },
  'markdown-link': {
    name: 'Markdown link',
    about: 'The same link, with a sentence, for a README or a ticket.',
    extent: OPENS,
    addressed: true,
    holds: heldIn,
    make: async (subject, wishes) =>
      markdownLink({
        ...(await shownOf(subject, wishes)),
        link: await linkOf(subject, wishes.extent),
      }),
  },
  frame: {
    name: 'Frame',
    about:
      'An <iframe> for a page that takes HTML and no scripts. The run plays in it, apart from your page.',
    embeds: 'frame',
    extent: OPENS,
    addressed: true,
    holds: heldIn,
    make: async (subject, { extent }) =>
      iframeMarkup(embedOf(subject, extent), {
        base: labBase(),
        title: `${subject.scenario.title}, a run in Handshake Lab`,
      }),
  },
  element: {
    name: 'Web component',
    about:
      'An element and its script, for your own pages: it grows with its content and follows your theme.',
    embeds: 'element',
    extent: OPENS,
    addressed: true,
    holds: heldIn,
    make: async (subject, { extent }) =>
      elementMarkup(embedOf(subject, extent), { base: labBase() }),
  },
  table: {
    name: 'Markdown table',
    about:
      'Every message in a row, with its checks, for GitHub, GitLab and whatever else knows tables.',
    extent: SHOWS,
    file: { ending: 'md', type: 'text/markdown' },
    holds: namesOnly,
    make: written(markdownOf),
  },
  mermaid: {
    name: 'Mermaid diagram',
    about:
      'A sequence diagram as text: GitHub, GitLab, Obsidian and many wikis draw it from a block called “mermaid”.',
    extent: SHOWS,
    file: { ending: 'mmd', type: 'text/plain' },
    holds: namesOnly,
    make: written((run) => mermaidOf({ ...run, title: run.scenario.title })),
  },
  text: {
    name: 'HTTP text',
    about: 'Every message as it was sent, line by line, with the checks made on it.',
    extent: SHOWS,
    file: { ending: 'txt', type: 'text/plain' },
    holds: secrets,
    make: written(runInText),
  },
  har: {
    name: 'HTTP archive (HAR)',
    about:
      'For developer tools, proxies and test tools. It has the whole run; what the format does not know is in fields called _handshakeLab.',
    file: { ending: 'har', type: 'application/json' },
    holds: secrets,
    make: (subject, wishes) => written(harOf)(subject, { ...wishes, extent: 'whole' }),
  },
  svg: {
    name: 'Picture (SVG)',
    about: 'Sharp at any size. It needs no font and nothing else from anywhere.',
    extent: SHOWS,
    themed: true,
    picture: 'svg',
    file: { ending: 'svg', type: 'image/svg+xml' },
    holds: namesOnly,
    make: drawn,
  },
  png: {
    name: 'Picture (PNG)',
    about: 'For slides and chats, at twice its size.',
    extent: SHOWS,
    themed: true,
    picture: 'png',
    file: { ending: 'png', type: 'image/png' },
    holds: pictureOnly,
    make: drawn,
  },
  message: {
    name: 'HTTP text',
    about: 'The message as it was sent, with the checks made on it.',
    file: { ending: 'txt', type: 'text/plain' },
    holds: secrets,
    make: async (subject) => {
      const message = messageOf(subject)
      return message && messageInText(message, subject.view.place)
    },
  },
  curl: {
    name: 'curl',
    about:
      'The request as a command for a shell such as bash or zsh. Against npm run serve it needs the address that is printed there.',
    file: { ending: 'sh', type: 'text/x-shellscript' },
    holds: secrets,
    make: async (subject) => {
      const message = messageOf(subject)
      const command = message && curlOf(message)
      return command && `${command}\n`
    },
  },
} as const satisfies Readonly<Record<string, Form>>

export type FormId = keyof typeof forms

/** The forms by what they are good for. */
export const groups: readonly { readonly name: string; readonly forms: readonly FormId[] }[] = [
  { name: 'To this page', forms: ['link', 'markdown-link'] },
  { name: 'Inside another page', forms: ['frame', 'element'] },
  { name: 'Written down', forms: ['table', 'mermaid', 'text', 'har'] },
  { name: 'Drawn', forms: ['svg', 'png'] },
  { name: 'This message', forms: ['message', 'curl'] },
]
