import { cookiesIn, type BrowserCookie } from './browser-cookies.ts'
import { readUrl } from './oauth/redirect-uri.ts'
import { header, mediaType } from './wire/headers.ts'
import { arrived, type Json, type WireMessage } from './wire/message.ts'
import { readPage, type Page } from './wire/page.ts'
import { pageIn, type ShownPage } from './wire/shown-page.ts'

export type { BrowserCookie } from './browser-cookies.ts'

/** The owner's browser at one place of a run, as somebody sees it who looks at its window. */
export interface BrowserView {
  /** `waiting`: it asked for a page that has not come. `showing`: a page is there. */
  readonly window: 'unopened' | 'waiting' | 'showing' | 'closed'
  /** What stands in the address bar of an open window. */
  readonly url: string | undefined
  /** The page in the window; while the next one is on its way, the last one stays. */
  readonly page: Page | undefined
  /** The same page in words: text, labels of fields and buttons. */
  readonly shown: ShownPage | undefined
  /** The id of the message that showed this page to the owner. */
  readonly shownBy: number | undefined
  /** Whether the page waits for the owner at this very place. */
  readonly asks: boolean
  /** Whether the owner was asked the same before. */
  readonly again: boolean
  /** What the owner filled in, once they have. */
  readonly filled: Readonly<Record<string, string>>
  /** The label of the button they pressed. */
  readonly pressed: string | undefined
  /** What the browser keeps, the newest last. */
  readonly cookies: readonly BrowserCookie[]
}

const BLANK: BrowserView = {
  window: 'unopened',
  url: undefined,
  page: undefined,
  shown: undefined,
  shownBy: undefined,
  asks: false,
  again: false,
  filled: {},
  pressed: undefined,
  cookies: [],
}

/** Reads off the log what the owner's browser shows and keeps once `place` messages were delivered. */
export const browserAt = (log: readonly WireMessage[], place: number): BrowserView => {
  const told = log.slice(0, place)
  const view = told.reduce((before, message) => after(before, message, log), BLANK)
  return { ...view, again: askedBefore(told, view.shownBy), cookies: cookiesIn(told) }
}

/** Whether a page with the same buttons was shown before this one. */
const askedBefore = (log: readonly WireMessage[], shownBy: number | undefined): boolean => {
  const buttonsOf = (message: WireMessage | undefined) =>
    message?.name === 'show-page' && message.kind === 'act' && arrived(message)
      ? JSON.stringify(message.local.content['buttons'])
      : undefined
  const asked = shownBy === undefined ? undefined : buttonsOf(log[shownBy - 1])
  return asked !== undefined && log.slice(0, shownBy! - 1).some((one) => buttonsOf(one) === asked)
}

const after = (
  before: BrowserView,
  message: WireMessage,
  log: readonly WireMessage[],
): BrowserView => {
  if (message.from !== 'user-agent' && message.to !== 'user-agent') return before
  const view = { ...before, asks: false }
  if (message.kind === 'request')
    return message.from === 'user-agent'
      ? { ...view, window: 'waiting', url: message.request.url }
      : view
  if (!arrived(message)) return view
  if (message.kind === 'act') return afterAct(view, message)
  const { headers, body } = message.response
  const location = header(headers, 'Location')
  if (location !== undefined)
    return { ...view, window: 'waiting', url: readUrl(location, view.url)?.href ?? view.url }
  const url = addressOf(message, log) ?? view.url
  const arriving = { ...BLANK, window: 'showing', url } as const
  return mediaType(headers) === 'text/html'
    ? { ...arriving, page: readPage(body), shown: pageIn(message) }
    : {
        ...arriving,
        shown: { title: '', text: body === '' ? [] : [body], fields: [], buttons: [] },
      }
}

/** Where the page came from that an answer brings. */
const addressOf = ({ exchange }: WireMessage, log: readonly WireMessage[]): string | undefined => {
  const asked = log.find((one) => one.exchange === exchange && one.kind === 'request')
  return asked?.kind === 'request' ? asked.request.url : undefined
}

const afterAct = (view: BrowserView, message: WireMessage & { kind: 'act' }): BrowserView => {
  const { content } = message.local
  switch (message.name) {
    case 'open-browser':
      return { ...BLANK, window: 'waiting', url: String(content['url']) }
    case 'show-page':
      return { ...view, window: 'showing', shownBy: message.id, asks: true }
    case 'submit-page':
      return { ...view, filled: texts(content), pressed: pressedOn(view.page, content) }
    case 'close-window':
      return { ...view, window: 'closed', url: undefined }
    default:
      return view
  }
}

type Content = Readonly<Record<string, Json>>

const texts = (content: Content): Record<string, string> =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, String(value)]))

const pressedOn = (page: Page | undefined, content: Content): string | undefined =>
  page?.form?.buttons.find(({ name, value }) => content[name] === value)?.label
