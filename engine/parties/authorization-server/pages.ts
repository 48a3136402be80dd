import type { HeaderList, HttpResponse } from '../../wire/message.ts'
import type { ConsentText } from './consent-text.ts'

/** Text made harmless inside HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The headers that keep a page from being framed. @see [OAuth 2.1 draft-13 §7.10 - Clickjacking](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-7.10) */
export const UNFRAMED: HeaderList = [
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Frame-Options', 'DENY'],
]

const page = (title: string, main: string): string =>
  `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${main}
</main></body>
</html>
`

const hidden = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('\n')

/** The page on which the owner says who they are. `base` is the path under which the server's pages stand. */
export const signInPage = (
  base: string,
  fields: Readonly<Record<string, string>>,
  problem?: string,
): string =>
  page(
    'Sign in',
    `${problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>\n`}<form method="post" action="${base}/sign-in">
${hidden(fields)}
<label>Name <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button name="do" value="sign-in">Sign in</button>
</form>`,
  )

const bold = (text: string): string => `<b>${escapeHtml(text)}</b>`

const list = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`

/** The page on which the owner decides. It names the client, where the answer goes, and each permission in words. */
export const consentPage = (
  base: string,
  fields: Readonly<Record<string, string>>,
  text: ConsentText,
): string => {
  const lines = [
    ...(text.account === undefined ? [] : [`<p>You are signed in as ${bold(text.account)}.</p>`]),
    `<p>${bold(text.clientName)} asks to act for you at ${bold(text.resource)}. It would be able to:</p>`,
    list(text.scopes),
  ]
  if (text.upstream)
    lines.push(
      `<p>For that, this server acts in your name at ${bold(text.upstream.resource)}, and asks ${bold(text.upstream.host)} for ${bold(text.upstream.scopes.join(' '))}.</p>`,
    )
  if (text.withheld.length > 0)
    lines.push('<p>It also asked for what nobody gets here:</p>', list(text.withheld))
  if (text.clientHost !== undefined)
    lines.push(`<p>It says that it is the application of ${bold(text.clientHost)}.</p>`)
  lines.push(`<p>Your answer goes to ${bold(text.redirectHost)}.</p>`)
  if (text.onlyOnThisMachine)
    lines.push(
      '<p>That is your own computer, where any program can wait for the answer and say that it is this application. Allow it only if you have just started it yourself.</p>',
    )
  lines.push(`<form method="post" action="${base}/consent">
${hidden(fields)}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`)
  return page('Allow access?', lines.join('\n'))
}

/** The page that tells the owner why nothing happens. Nobody is sent anywhere. */
export const errorPage = (sentence: string): string =>
  page('This request cannot go on', `<p>${escapeHtml(sentence)}</p>`)

/** A page as a response. Pages of the authorization server are never kept, framed or named to others. */
export const html = (status: number, body: string, headers: HeaderList): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Referrer-Policy', 'no-referrer'],
    ...headers,
  ],
  body,
})
