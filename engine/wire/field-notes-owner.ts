import type { FieldNote, Notes } from './field-note.ts'

const interaction: FieldNote = {
  what: 'Which authorization request this form belongs to.',
  madeBy: 'The authorization server draws 9 random bytes for each request.',
  checkedBy: ['as/session-bound'],
  refs: ['rfc6749-10.12'],
}

const csrfToken: FieldNote = {
  what: 'A secret that only this page holds: a form that brings it back came from this page.',
  madeBy: 'The authorization server draws 18 random bytes for each request.',
  checkedBy: ['as/form-csrf-token'],
  refs: ['rfc6749-10.12'],
  without:
    'Only the cookie’s SameSite would keep another site from sending this form in the owner’s name.',
}

const username: FieldNote = {
  what: 'Who the owner says they are.',
  madeBy: 'The owner types it.',
  checkedBy: ['as/owner-authenticated'],
  refs: ['oauth21-13-3.1'],
}

const password: FieldNote = {
  what: 'The owner’s password. Only the browser and the authorization server ever see it, never the client.',
  madeBy: 'The owner types it. This one is a teaching password.',
  checkedBy: ['as/owner-authenticated'],
  refs: ['oauth21-13-3.1'],
  without: 'Anybody could consent in the owner’s name.',
}

const pressed: FieldNote = {
  what: 'Which button was pressed.',
  madeBy: 'The owner’s click; the page gave the button its value.',
  checkedBy: [],
  refs: [],
}

const decision: FieldNote = {
  what: 'What the owner decided: `allow` or `deny`.',
  madeBy: 'The owner presses a button; nobody else can decide this.',
  checkedBy: ['as/consent-given'],
  refs: ['rfc6749-10.12', 'oauth21-13-7.3.1'],
  without: 'Any client that sends the owner here would get a code, wanted or not.',
}

/** Notes on pages, on forms, and on what the owner sees and does. */
export const ownerNotes: Notes = {
  'html.page': {
    what: 'A page for the owner to read.',
    madeBy: 'The answering server.',
    checkedBy: [],
    refs: [],
  },
  'sign-in-page html.page': {
    what: 'The authorization server speaks to the owner itself: the page to sign in on, or the reason why the request cannot go on.',
    madeBy: 'The authorization server, after it has looked at the client and the redirect URI.',
    checkedBy: ['as/client-known', 'as/redirect-uri-exact', 'as/not-framed'],
    refs: ['oauth21-13-3.1', 'oauth21-13-4.1.2.1'],
  },
  'sign-in-response html.page': {
    what: 'The sign-in page once more; it does not say whether the name or the password was wrong.',
    madeBy: 'The authorization server.',
    checkedBy: ['as/owner-authenticated', 'as/not-framed'],
    refs: ['oauth21-13-3.1'],
  },
  'consent-page html.page': {
    what: 'The question, in words: which client, for which server, what it could do, and where the answer goes.',
    madeBy: 'The authorization server, from the request it has checked and from the registration.',
    checkedBy: ['as/not-framed'],
    refs: ['oauth21-13-7.3.1', 'oauth21-13-7.10'],
  },
  'callback-response html.page': {
    what: 'The client’s last word in the browser: the window is no longer needed.',
    madeBy: 'The small web server inside the client.',
    checkedBy: [],
    refs: ['rfc8252-7.3'],
  },
  'html.interaction': interaction,
  'html.csrf_token': csrfToken,
  'form.interaction': interaction,
  'form.csrf_token': csrfToken,
  'form.username': username,
  'local.username': username,
  'form.password': password,
  'local.password': password,
  'form.do': pressed,
  'local.do': pressed,
  'form.decision': decision,
  'local.decision': decision,
  'local.url': {
    what: 'The address the browser shows: the owner can see whose page this is.',
    madeBy: 'The browser, from the request it made.',
    checkedBy: [],
    refs: [],
  },
  'local.title': {
    what: 'The title of the page.',
    madeBy: 'The server that sent the page.',
    checkedBy: [],
    refs: [],
  },
  'local.text': {
    what: 'What the owner reads on the page.',
    madeBy: 'The server that sent the page.',
    checkedBy: [],
    refs: [],
  },
  'local.fields': {
    what: 'What the owner can fill in.',
    madeBy: 'The server that sent the page; hidden fields are not shown.',
    checkedBy: [],
    refs: [],
  },
  'local.buttons': {
    what: 'What the owner can press.',
    madeBy: 'The server that sent the page.',
    checkedBy: [],
    refs: [],
  },
}
