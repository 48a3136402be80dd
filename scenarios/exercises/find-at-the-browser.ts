import type { Find } from '../../engine/scenario.ts'
import { findCards } from '../exercise-cards/finds.ts'

/** One check on what passes between the browser and the sign-in pages is forgotten. */
export const lookAtTheBrowser = {
  ...findCards['look-at-the-browser'],
  asks: 'Between the first page and Sam’s consent, cookies and forms go to and fro. One check on them is forgotten, by the browser or by Auth. Find out whose it is, and which.',
  pool: [
    {
      check: 'ua/cookie-prefix-host',
      probes: [
        {
          says: 'A cookie with a `__Host-` name is set for a single path.',
          trials: [
            {
              at: 'sign-in-page',
              kind: 'edit',
              part: 'header.Set-Cookie',
              value: '__Host-session=x; Secure; Path=/sign-in',
            },
          ],
        },
      ],
    },
    {
      check: 'ua/cookie-kept',
      probes: [
        {
          says: 'Auth sets a cookie for the host of Notes.',
          trials: [
            {
              at: 'sign-in-page',
              kind: 'edit',
              part: 'header.Set-Cookie',
              value: 'session=x; Secure; Domain=notes.example',
            },
          ],
        },
      ],
    },
    {
      check: 'as/session-bound',
      probes: [
        {
          says: 'The form comes back without the cookie.',
          trials: [{ at: 'sign-in-request', kind: 'edit', part: 'header.Cookie', value: '' }],
        },
      ],
    },
    {
      check: 'as/form-csrf-token',
      probes: [
        {
          says: 'The form comes back with a guess in place of its secret.',
          trials: [
            { at: 'sign-in-request', kind: 'field', path: 'form.1.csrf_token', value: 'guess' },
          ],
        },
      ],
    },
    {
      check: 'as/owner-authenticated',
      probes: [
        {
          says: 'The form comes back with a wrong password.',
          trials: [
            { at: 'sign-in-request', kind: 'field', path: 'form.3.password', value: 'a guess' },
          ],
        },
      ],
    },
    {
      check: 'as/consent-given',
      probes: [
        {
          says: 'Sam’s consent arrives as a refusal.',
          trials: [
            { at: 'consent-request', kind: 'field', path: 'form.2.decision', value: 'deny' },
          ],
        },
      ],
    },
  ],
  hints: [
    'Two parties look at things here: the browser at cookies, and Auth at forms.',
    'Change a `Set-Cookie` on its way to the browser, and fields of the forms on their way back.',
    'Try a `__Host-` cookie with a path, a cookie for another host, a form without its cookie, a wrong `csrf_token`, a wrong password, and a consent that says `deny`.',
  ],
  because:
    'A sign-in takes several requests, and something has to hold them together. Each of these checks is one of the threads.',
  guide: {
    aim: 'Name what ties the steps of a sign-in to one browser and one person.',
    say: 'Ask how a server knows that the second request comes from the one who made the first.',
    questions: [
      {
        asks: 'The browser kept my cookie, and Auth refused the form afterwards. Which one is it?',
        answer:
          'Look at who should have minded first. A browser that keeps such a cookie has forgotten its own check, whatever comes of it later.',
      },
    ],
    wrongTurns: [
      'People look at Auth only. The browser is a party as well, and it throws cookies away for good reasons.',
    ],
  },
  refs: ['rfc6265bis-22-4.1.3.2'],
} as const satisfies Find
