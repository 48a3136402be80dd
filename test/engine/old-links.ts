import type { PlaceReading } from '../../engine/index.ts'

/** Links as the lab wrote them in version 1, or as somebody wrote them by hand then, and what that lab read in them. */
export const oldLinks: readonly (readonly [link: string, read: PlaceReading])[] = [
  ['v=1&seed=abc&at=12', { seed: 'abc', place: 12, decisions: [], problems: [] }],
  ['v=1&seed=k7m2pqx9&at=0', { seed: 'k7m2pqx9', place: 0, decisions: [], problems: [] }],
  [
    'v=1&rev=2025-11-25&reg=dynamic&seed=abc&at=12&do=consent.deny',
    {
      revision: '2025-11-25',
      registration: 'dynamic',
      seed: 'abc',
      place: 12,
      decisions: [{ kind: 'consent', choice: 'deny' }],
      problems: [],
    },
  ],
  [
    'v=1&rev=2025-03-26&reg=client-secret-basic&seed=Zz_-9&at=30',
    {
      revision: '2025-03-26',
      registration: 'client-secret-basic',
      seed: 'Zz_-9',
      place: 30,
      decisions: [],
      problems: [],
    },
  ],
  [
    'v=1&rev=2026-07-28&reg=metadata-document&seed=a&at=999999&do=sign-in.second-try~vault.plain-file',
    {
      revision: '2026-07-28',
      registration: 'metadata-document',
      seed: 'a',
      place: 999999,
      decisions: [
        { kind: 'sign-in', choice: 'second-try' },
        { kind: 'vault', choice: 'plain-file' },
      ],
      problems: [],
    },
  ],
  [
    'v=1&var=claims-only&forget=nothing&seed=seed&at=3',
    { variant: 'claims-only', forget: [], seed: 'seed', place: 3, decisions: [], problems: [] },
  ],
  [
    'v=1&forget=rs/audience-is-me~as/redirect-uri-exact~proxy/consent-per-client&seed=proof&at=51',
    {
      forget: ['rs/audience-is-me', 'as/redirect-uri-exact', 'proxy/consent-per-client'],
      seed: 'proof',
      place: 51,
      decisions: [],
      problems: [],
    },
  ],
  [
    'v=1&seed=abc&at=5&do=drop.3~delay.24.700~duplicate.9~status.10.503~corrupt.14',
    {
      seed: 'abc',
      place: 5,
      decisions: [
        { kind: 'drop', at: 3 },
        { kind: 'delay', at: 24, seconds: 700 },
        { kind: 'duplicate', at: 9 },
        { kind: 'status', at: 10, status: 503 },
        { kind: 'corrupt', at: 14 },
      ],
      problems: [],
    },
  ],
  [
    'v=1&seed=abc&at=30&do=edit.30.header%252EContent-Type.text%252Fhtml%253B%2520charset%253D%2522utf-8%2522',
    {
      seed: 'abc',
      place: 30,
      decisions: [
        { kind: 'edit', at: 30, part: 'header.Content-Type', value: 'text/html; charset="utf-8"' },
      ],
      problems: [],
    },
  ],
  [
    'v=1&seed=abc&at=29&do=field.29.form%252E2%252Eredirect_uri.https%253A%252F%252Fmallory%252Eexample%252Fcallback%253Fa%253Db%2526c%253D%257E%252Ed~remove.13.query%252E6%252Ecode_challenge',
    {
      seed: 'abc',
      place: 29,
      decisions: [
        {
          kind: 'field',
          at: 29,
          path: 'form.2.redirect_uri',
          value: 'https://mallory.example/callback?a=b&c=~.d',
        },
        { kind: 'remove', at: 13, path: 'query.6.code_challenge' },
      ],
      problems: [],
    },
  ],
  [
    'v=1&seed=abc&at=6&do=raw.6.HTTP%252F1%252E1%2520200%2520OK%250AContent-Type%253A%2520application%252Fjson%250A%250A%257B%2522issuer%2522%253A%2522https%253A%252F%252Fauth%252Eexample%2522%252C%2522note%2522%253A%2522100%2520%2525%2520gr%25C3%25B6%25C3%259Fer%2520%25E6%25BC%25A2%25E5%25AD%2597%2520%25F0%259F%2599%2582%2522%257D',
    {
      seed: 'abc',
      place: 6,
      decisions: [
        {
          kind: 'raw',
          at: 6,
          text: 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"issuer":"https://auth.example","note":"100 % größer 漢字 🙂"}',
        },
      ],
      problems: [],
    },
  ],
  ['seed=abc&at=4', { seed: 'abc', place: 4, decisions: [], problems: [] }],
  ['at=4', { place: 4, decisions: [], problems: [], seed: undefined }],
  ['', { place: 0, decisions: [], problems: [], seed: undefined }],
  [
    'do=consent.deny',
    { place: 0, decisions: [{ kind: 'consent', choice: 'deny' }], problems: [], seed: undefined },
  ],
  [
    'at=6&pane=message',
    { pane: 'message', place: 6, decisions: [], problems: [], seed: undefined },
  ],
  [
    'seed=abc&at=7&forget=nothing',
    { forget: [], seed: 'abc', place: 7, decisions: [], problems: [] },
  ],
  ['v=1', { place: 0, decisions: [], problems: [], seed: undefined }],
  ['v=1&do=', { place: 0, decisions: [], problems: [], seed: undefined }],
  ['forget=&at=2', { forget: [], place: 2, decisions: [], problems: [], seed: undefined }],
]
