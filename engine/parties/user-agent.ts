import { cookieChecks } from '../checks/cookies.ts'
import { formatForm, withQuery } from '../oauth/parameters.ts'
import { readUrl } from '../oauth/redirect-uri.ts'
import { header, headerValues, mediaType } from '../wire/headers.ts'
import type { HttpRequest, MessageName, PartyId } from '../wire/message.ts'
import { createCookies } from './cookies.ts'
import type { Reply } from './line.ts'
import { seenBy, type Owner } from './owner.ts'
import { readPage, type Page } from '../wire/page.ts'
import { inspect, type Circumstances } from './party.ts'

/** What the user agent needs to know of the world it browses. */
export interface Surroundings {
  /** Which party answers at a URL's origin; undefined where nobody does. */
  partyAt(url: string): PartyId | undefined
  /** What a request and its answer are called. */
  namesOf(request: HttpRequest): {
    readonly name: MessageName
    readonly answer: (location: string | undefined) => MessageName
  }
}

/** A browser: follows redirects, keeps cookies by their rules, shows pages and submits forms. */
export interface UserAgent {
  /**
   * Opens a window at a URL; resolves when it is closed. Before a URL for which `stopsAt` answers true it stops, and resolves
   * to that URL. `initiator` is the page on which a link to the URL stood.
   */
  open(
    url: string,
    options?: { stopsAt?(url: string): boolean; readonly initiator?: string },
  ): Promise<string | undefined>
}

/** Whose browser it is: where its messages come from, and who looks at its pages. */
export interface Seat {
  readonly browser: PartyId
  /** Left out: whoever runs the browser looks at it themselves, and nothing passes between two parties. */
  readonly person?: PartyId
}

const OWNERS: Seat = { browser: 'user-agent', person: 'owner' }

const REDIRECTS = [301, 302, 303, 307, 308]

/** Redirects a browser follows before it gives up. */
const MOST_HOPS = 20

/** A browser with an empty cookie jar. */
export const userAgent = (
  at: Circumstances,
  owner: Owner,
  around: Surroundings,
  { browser, person }: Seat = OWNERS,
): UserAgent => {
  const cookies = createCookies(at.forgotten)

  const fetchPage = async ({ request, initiator }: Visit): Promise<Reply | undefined> => {
    const { url } = request
    const cookie = cookies.sentWith(request, initiator)
    const { name, answer } = around.namesOf(request)
    const reply = await at.line.exchange({
      from: browser,
      // Where nobody listens the message goes astray, whatever it says here.
      to: around.partyAt(url) ?? 'authorization-server',
      channel: 'front',
      name,
      answer: (response) => answer(header(response.headers, 'Location')),
      request:
        cookie === '' ? request : { ...request, headers: [...request.headers, ['Cookie', cookie]] },
    })
    for (const line of reply ? headerValues(reply.response.headers, 'Set-Cookie') : [])
      await inspect(cookieChecks, cookies.take(line, url), at, reply!.found)
    return reply
  }

  const next = async (visit: Visit, reply: Reply): Promise<Visit | undefined> => {
    const { status, headers, body } = reply.response
    const location = header(headers, 'Location')
    if (REDIRECTS.includes(status) && location !== undefined) {
      const target = readUrl(location, visit.request.url)
      // No browser follows a redirect to a script.
      if (target?.protocol === 'javascript:') return undefined
      return target && { ...visit, request: redirected(visit.request, status, target.href) }
    }
    if (mediaType(headers) !== 'text/html') return undefined
    const { url } = visit.request
    const request = await show(url, readPage(body))
    return request && { request, initiator: url }
  }

  const show = async (url: string, page: Page): Promise<HttpRequest | undefined> => {
    const filled = await (person === undefined ? alone(page) : shownTo(person, url, page))
    const target = filled && readUrl(page.form?.action ?? '', url)?.href
    if (!page.form || target === undefined) return undefined
    const values = { ...page.form.hidden, ...filled }
    return page.form.method === 'POST' ? post(target, values, url) : get(withQuery(target, values))
  }

  const alone = async (page: Page): Promise<Filled | undefined> => {
    const choice = page.form && owner.respond(page)
    return choice && { ...choice.fields, [choice.button.name]: choice.button.value }
  }

  const shownTo = async (to: PartyId, url: string, page: Page): Promise<Filled | undefined> => {
    const there = { from: browser, to, channel: 'local' } as const
    const seen = await at.line.act({
      ...there,
      name: 'show-page',
      act: 'show',
      content: seenBy(url, page),
    })
    const choice = seen && owner.respond(page)
    const back = { from: to, to: browser, channel: 'local' } as const
    if (!choice || !page.form) {
      if (seen)
        await at.line.act({ ...back, name: 'close-window', act: 'close the window', content: {} })
      return undefined
    }
    const { fields, button } = choice
    const sent = await at.line.act({
      ...back,
      name: 'submit-page',
      act: `press “${button.label}”`,
      content: { ...fields, [button.name]: button.value },
    })
    return (
      sent && Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]))
    )
  }

  // An address that is a script has nothing to fetch: it runs in the page that goes there, with all that this page may do.
  const runScript = async (url: string): Promise<void> => {
    await at.line.act({
      from: browser,
      to: 'client',
      channel: 'local',
      name: 'run-script',
      act: 'run in the page',
      content: { script: unescaped(readUrl(url)!.href.slice('javascript:'.length)) },
    })
  }

  return {
    open: async (url, { stopsAt = () => false, initiator } = {}) => {
      if (readUrl(url)?.protocol === 'javascript:') {
        await runScript(url)
        return undefined
      }
      const request = readUrl(url) && get(url)
      let visit: Visit | undefined = request && { request, initiator }
      for (let hop = 0; visit && hop < MOST_HOPS; hop++) {
        if (stopsAt(visit.request.url)) return visit.request.url
        const reply: Reply | undefined = await fetchPage(visit)
        visit = reply && (await next(visit, reply))
      }
      return undefined
    },
  }
}

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What was filled into a form, by the names of its fields. */
type Filled = Readonly<Record<string, string>>

/** A request of the browser, and the page that caused it. */
interface Visit {
  readonly request: HttpRequest
  readonly initiator: string | undefined
}

// 307 and 308 send the same request, with its body, to the new place; the others turn it into a GET.
const redirected = (request: HttpRequest, status: number, url: string): HttpRequest =>
  status === 307 || status === 308
    ? {
        ...request,
        url,
        headers: [
          ['Host', new URL(url).host],
          ...request.headers.filter(([name]) => name !== 'Host' && name !== 'Cookie'),
        ],
      }
    : get(url)

const get = (url: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: [
    ['Host', new URL(url).host],
    ['Accept', 'text/html'],
  ],
})

const post = (
  url: string,
  values: Readonly<Record<string, string>>,
  from: string,
): HttpRequest => ({
  method: 'POST',
  url,
  headers: [
    ['Host', new URL(url).host],
    ['Accept', 'text/html'],
    ['Origin', new URL(from).origin],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ],
  body: formatForm(values),
})
