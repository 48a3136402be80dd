import type { HeaderList, HttpResponse } from '../../wire/message.ts'

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

/** The page on which the owner says who they are. */
export const signInPage = (fields: Readonly<Record<string, string>>, problem?: string): string =>
  page(
    'Sign in',
    `${problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>\n`}<form method="post" action="/sign-in">
${hidden(fields)}
<label>Name <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button name="do" value="sign-in">Sign in</button>
</form>`,
  )

/** What the consent page tells the owner. */
export interface ConsentText {
  readonly account: string
  readonly clientName: string
  readonly redirectHost: string
  readonly resource: string | undefined
  readonly scopes: readonly string[]
}

/** The page on which the owner decides. It names the client, where the answer goes, and each permission in words. */
export const consentPage = (fields: Readonly<Record<string, string>>, text: ConsentText): string =>
  page(
    'Allow access?',
    `<p>You are signed in as <b>${escapeHtml(text.account)}</b>.</p>
<p><b>${escapeHtml(text.clientName)}</b> asks to act for you${text.resource === undefined ? '' : ` at <b>${escapeHtml(text.resource)}</b>`}. It would be able to:</p>
<ul>
${text.scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('\n')}
</ul>
<p>Your answer goes to <b>${escapeHtml(text.redirectHost)}</b>.</p>
<form method="post" action="/consent">
${hidden(fields)}
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`,
  )

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
