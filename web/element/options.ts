/** What somebody who embeds a scenario may choose. Everything but the scenario may be left out. */
export interface EmbedOptions {
  readonly scenario: string
  /** How many messages have been told, or the name of the message at which it opens: `token-request`, `token-request.2`. */
  readonly step?: number | string
  /** The checks that are forgotten; none: everything is remembered. Left out: as the story has it. */
  readonly forget?: readonly string[]
  readonly revision?: string
  readonly registration?: string
  /** Which telling of an attack; left out: the plain one. */
  readonly variant?: string
  /** The same seed gives every reader the same bytes. */
  readonly seed?: string
  /** What was decided otherwise, as links to the lab write it. */
  readonly decisions?: string
  readonly view?: View
  readonly theme?: Theme
  /** Whether there is a timeline. */
  readonly controls?: boolean
  readonly autoplay?: boolean
  /** Whether the checks that matter to an attack can be turned. */
  readonly checks?: boolean
  /** Whether a still picture stands there until somebody asks for the run. */
  readonly poster?: boolean
}

/** What of a run an embed shows. */
export const views = ['diagram', 'messages', 'both'] as const
export type View = (typeof views)[number]

/** The themes an embed is shown in; `auto` follows the page around it. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The seed of every embed that names none, so that a text can quote what its readers see. */
export const EMBED_SEED = 'handshake'

/** How high an embed stands, in pixels, until it has said how high it wants to be. */
export const EMBED_HEIGHT = 520

/** What stands for no check at all where checks are named. */
export const NOTHING = 'nothing'

/** The names under which the choices travel, in the order in which they are written. */
export const embedParameters = [
  'scenario',
  'step',
  'forget',
  'revision',
  'registration',
  'variant',
  'seed',
  'do',
  'view',
  'theme',
  'controls',
  'autoplay',
  'checks',
  'poster',
] as const
export type EmbedParameter = (typeof embedParameters)[number]
