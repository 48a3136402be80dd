import { Cookie, CookieJar } from 'tough-cookie'
import { cookieChecks } from '../checks/cookies.ts'
import { formatForm, withQuery } from '../oauth/parameters.ts'
import { readUrl } from '../oauth/redirect-uri.ts'
import { header, headerValues, mediaType } from '../wire/headers.ts'
import type { HeaderList, HttpRequest, MessageName, PartyId } from '../wire/message.ts'
import type { Reply } from './line.ts'
import { seenBy, type Owner } from './owner.ts'
import { readPage, type Page } from '../wire/page.ts'
import { inspect, type Circumstances } from './party.ts'

/** What the user agent needs to know of the world it browses. */
export interface Surroundings {
  /** Which party answers at a URL's origin. */
  partyAt(url: string): PartyId
  /** What a request and its answer are called. */
  namesOf(request: HttpRequest): {
    readonly name: MessageName
    readonly answer: (location: string | undefined) => MessageName
  }
}

/** The owner's browser: follows redirects, keeps cookies by their rules, shows pages and submits forms. */
export interface UserAgent {
  /** Opens a window at a URL; resolves when it is closed. */
  open(url: string): Promise<void>
}

/** Redirects a browser follows before it gives up. */
const MOST_HOPS = 20

/** A browser with an empty cookie jar. */
export const userAgent = (at: Circumstances, owner: Owner, around: Surroundings): UserAgent => {
  const jar = new CookieJar(undefined, { prefixSecurity: 'strict' })

  const fetchPage = async (request: HttpRequest): Promise<Reply | undefined> => {
    const url = request.url
    const cookie = jar.getCookieStringSync(url, { sameSiteContext: 'strict' })
    const cookies: HeaderList = cookie === '' ? [] : [['Cookie', cookie]]
    const { name, answer } = around.namesOf(request)
    const reply = await at.line.exchange({
      from: 'user-agent',
      to: around.partyAt(url),
      channel: 'front',
      name,
      answer: (response) => answer(header(response.headers, 'Location')),
      request: { ...request, headers: [...request.headers, ...cookies] },
    })
    if (reply) await keepCookies(url, reply)
    return reply
  }

  const keepCookies = async (url: string, reply: Reply) => {
    for (const line of headerValues(reply.response.headers, 'Set-Cookie')) {
      const cookie = Cookie.parse(line)
      const kept = jar.setCookieSync(line, url, { ignoreError: true }) !== undefined
      const facts = {
        name: cookie?.key ?? line,
        secureOrigin: url.startsWith('https:'),
        secure: cookie?.secure ?? false,
        path: cookie?.path ?? undefined,
        domain: cookie?.domain ?? undefined,
        kept,
      }
      await inspect(cookieChecks, facts, at.forgotten, reply.found)
    }
  }

  const next = async (url: string, reply: Reply): Promise<HttpRequest | undefined> => {
    const { status, headers, body } = reply.response
    const location = header(headers, 'Location')
    if ([301, 302, 303].includes(status) && location !== undefined) {
      const target = readUrl(location, url)
      return target && get(target.href)
    }
    if (mediaType(headers) !== 'text/html') return undefined
    return show(url, readPage(body))
  }

  const show = async (url: string, page: Page): Promise<HttpRequest | undefined> => {
    const ends = { from: 'user-agent', to: 'owner', channel: 'local' } as const
    const seen = await at.line.act({
      ...ends,
      name: 'show-page',
      act: 'show',
      content: seenBy(url, page),
    })
    const choice = seen && owner.respond(page)
    const back = { from: 'owner', to: 'user-agent', channel: 'local' } as const
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
    if (!sent) return undefined
    const filled = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, String(value)]),
    )
    const values = { ...page.form.hidden, ...filled }
    const target = readUrl(page.form.action, url)?.href
    if (target === undefined) return undefined
    return page.form.method === 'POST' ? post(target, values, url) : get(withQuery(target, values))
  }

  return {
    open: async (url) => {
      let request: HttpRequest | undefined = readUrl(url) && get(url)
      for (let hop = 0; request && hop < MOST_HOPS; hop++) {
        const reply: Reply | undefined = await fetchPage(request)
        request = reply && (await next(request.url, reply))
      }
    },
  }
}

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
