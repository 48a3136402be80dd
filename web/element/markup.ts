import {
  EMBED_HEIGHT,
  EMBED_SEED,
  embedParameters,
  NOTHING,
  type EmbedOptions,
  type EmbedParameter,
} from './options.ts'

/** Where the built lab is hosted, ending in a slash, and what a frame is called and measures. */
export interface Frame {
  readonly base: string
  /** What the embed shows, for those who cannot see it. */
  readonly title: string
  readonly height?: number
  /** Where its still pictures are; left out: where the build has put those of the story as it is told. */
  readonly still?: (theme: 'light' | 'dark') => string
}

const onOff = (chosen: boolean | undefined) =>
  chosen === undefined ? undefined : chosen ? 'on' : 'off'

const written = (options: EmbedOptions): Partial<Record<EmbedParameter, string | undefined>> => ({
  scenario: options.scenario,
  step: options.step === undefined ? undefined : String(options.step),
  forget: options.forget && (options.forget.join(',') || NOTHING),
  revision: options.revision,
  registration: options.registration,
  variant: options.variant,
  seed: options.seed,
  do: options.decisions || undefined,
  view: options.view,
  theme: options.theme,
  controls: onOff(options.controls),
  autoplay: onOff(options.autoplay),
  checks: onOff(options.checks),
  poster: onOff(options.poster),
})

type Given = readonly (readonly [EmbedParameter, string])[]

const chosen = (options: EmbedOptions): Given => {
  const values = written(options)
  return embedParameters.flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [[name, value] as const]
  })
}

// Slashes and commas need no escape after a `#`, and are what the names of checks are made of; brackets would end a link.
const escaped = (value: string): string =>
  // Half of a character cannot be written in an address.
  encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'))
    .replace(/%2F/g, '/')
    .replace(/%2C/g, ',')
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29')

/** Parameters as a query; what is undefined is left out. */
export const joined = (
  parameters: readonly (readonly [name: string, value: string | undefined])[],
): string =>
  parameters
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escaped(value)}`]))
    .join('&')

/** The choices as what follows the `#` of an embed: `scenario=confused-deputy&step=12`. */
export const embedQuery = (options: EmbedOptions): string => joined(chosen(options))

/** The address of an embed. */
export const embedAddress = (base: string, options: EmbedOptions): string =>
  `${base}embed.html#${embedQuery(options)}`

/** What an embed may do in its frame: run scripts, and open the lab in a tab of its own. It has no origin, so it reaches nothing of its host. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

/** An embed as a plain frame, for pages that take no scripts. */
export const iframeMarkup = (
  options: EmbedOptions,
  { base, title, height = EMBED_HEIGHT }: Frame,
): string =>
  element('iframe', [
    ['src', embedAddress(base, options)],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['sandbox', SANDBOX],
    // For the buttons that copy.
    ['allow', 'clipboard-write'],
    // A style would be refused by a strict policy of that page.
    ['frameborder', '0'],
  ])

/** An embed as an element, and the script that knows it. */
export const elementMarkup = (options: EmbedOptions, { base }: Pick<Frame, 'base'>): string =>
  [
    `<script async src="${attribute(`${base}handshake-lab.js`)}"></script>`,
    element('handshake-lab', attributes(options)),
  ].join('\n')

/** An embed for a page of VitePress, or any template of Vue: it takes no script tag, and knows a foreign element by `is`. */
export const vueMarkup = (options: EmbedOptions, { base }: Pick<Frame, 'base'>): string =>
  [
    element('component', [
      ['is', 'script'],
      ['async', ''],
      ['src', `${base}handshake-lab.js`],
    ]),
    element('component', [['is', 'handshake-lab'], ...attributes(options)]),
  ].join('\n')

/** An embed as MDX takes it: the package registers the element, `src` says where the lab is hosted. */
export const mdxMarkup = (options: EmbedOptions, { base }: Pick<Frame, 'base'>): string =>
  [
    "import 'handshake-lab/element'",
    '',
    element('handshake-lab', [['src', base], ...attributes(options)]),
  ].join('\n')

/** The pictures of a name where the build has put them, or beside the page itself. */
export const stillsOf =
  (name: string, base: string | undefined) =>
  (theme: 'light' | 'dark'): string =>
    `${base === undefined ? '' : `${base}stills/`}${encodeURIComponent(name)}-${theme}.svg`

/** What the content policy of a page has to allow for an embed; `script`: the page loads the plain script. */
export const policyLines = (
  base: string,
  { script }: { readonly script: boolean },
): readonly (readonly [directive: string, source: string])[] => {
  const { origin } = new URL(base)
  return [
    ...(script ? [['script-src', `${base}handshake-lab.js`] as const] : []),
    ['frame-src', origin === 'null' ? base : origin],
  ]
}

/** A still picture that leads to the lab, for Markdown that takes no HTML. */
export const markdownMarkup = (options: EmbedOptions, frame: Frame): string => {
  const { base, title, still = stillsOf(options.scenario, base) } = frame
  const spoken = title.replace(/[[\]\\]/g, '\\$&')
  return `[![${spoken}](${still('light')})](${labAddress(base, options)})`
}

/** A still picture in both themes that leads to the lab, for pages that are printed. */
export const pictureMarkup = (options: EmbedOptions, frame: Frame): string => {
  const { base, title, still = stillsOf(options.scenario, base) } = frame
  return [
    `<a href="${attribute(labAddress(base, options))}">`,
    '  <picture>',
    `    <source media="(prefers-color-scheme: dark)" srcset="${attribute(still('dark'))}">`,
    `    <img src="${attribute(still('light'))}" alt="${attribute(title)}" loading="lazy">`,
    '  </picture>',
    '</a>',
  ].join('\n')
}

/** The same run and the same place in the lab itself. */
export const labAddress = (base: string, options: EmbedOptions): string => {
  const { scenario, revision, registration, variant, forget, decisions } = options
  const query = [
    'v=1',
    revision && `rev=${escaped(revision)}`,
    registration && `reg=${escaped(registration)}`,
    variant && `var=${escaped(variant)}`,
    forget && `forget=${escaped(forget.join('~') || NOTHING)}`,
    `seed=${escaped(options.seed ?? EMBED_SEED)}`,
    `at=${escaped(String(options.step ?? 0))}`,
    decisions && `do=${escaped(decisions)}`,
  ]
  return `${base}index.html#/lab/${escaped(scenario)}?${query.filter(Boolean).join('&')}`
}

/** The choices as attributes of the element. */
export const attributes = (options: EmbedOptions): [string, string][] =>
  chosen(options).map(([name, value]) => [name, value === 'on' ? '' : value])

const element = (name: string, given: readonly (readonly [string, string])[]): string => {
  const inside = given.map(([each, value]) =>
    value === '' ? each : `${each}="${attribute(value)}"`,
  )
  const line = `<${[name, ...inside].join(' ')}></${name}>`
  return line.length <= 100
    ? line
    : `<${name}\n${inside.map((one) => `  ${one}\n`).join('')}></${name}>`
}

const attribute = (value: string): string =>
  value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
