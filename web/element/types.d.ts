/** How a run ended. */
export interface Outcome {
  /** `completed`: the honest story; `won`: the attacker got it; `refused`: a check stopped it; `broken`: a defect of the lab. */
  readonly ending: 'completed' | 'won' | 'refused' | 'broken'
  readonly sentence: string
  /** The check that decided it, and the message it was made on. */
  readonly by?: string
  readonly at?: number
}

/** Where the reader stands in a run. */
export interface Step {
  readonly step: number
  readonly length: number
  /** The name of the current message: `token-request`, and the second one `token-request.2`. */
  readonly message?: string
}

/** That a run has been played, and how many messages it has. */
export interface Ready {
  readonly scenario: string
  readonly length: number
}

/** How high the embed wants to be, in pixels. */
export interface Height {
  readonly height: number
}

export interface HandshakeLabEventMap {
  ready: CustomEvent<Ready>
  step: CustomEvent<Step>
  outcome: CustomEvent<Outcome>
  height: CustomEvent<Height>
}

/** The attributes of `<handshake-lab>`; each is also a property of the element. */
export interface HandshakeLabAttributes {
  scenario: string
  /** A number of messages, or the name of one: `token-request`, and the second one `token-request.2`. */
  step?: number | string
  /** Names of checks with commas between them; `nothing`: everything is remembered. */
  forget?: string
  revision?: string
  registration?: string
  /** Which telling of an attack; left out: the plain one. */
  variant?: string
  /** The same seed gives every reader the same values. */
  seed?: string
  /** What is decided otherwise, as links to the lab write it. */
  do?: string
  view?: 'diagram' | 'messages' | 'both'
  theme?: 'auto' | 'light' | 'dark'
  /** `off`: no timeline. */
  controls?: boolean | 'on' | 'off'
  autoplay?: boolean | 'on' | 'off'
  checks?: boolean | 'on' | 'off'
  poster?: boolean | 'on' | 'off'
  /** In pixels; left out: as high as the embed wants to be. */
  height?: number | string
  /** Where the built lab is hosted; left out: where the script came from. */
  src?: string
  /** What the frame is called, for those who cannot see it. */
  label?: string
}

type Text = string | null
type Given = string | number | null | undefined

/** One scenario of Handshake Lab, in a frame that can reach nothing of the page around it. */
export interface HandshakeLabElement extends HTMLElement {
  get scenario(): Text
  set scenario(value: Given)
  get step(): Text
  set step(value: Given)
  get forget(): Text
  set forget(value: Given)
  get revision(): Text
  set revision(value: Given)
  get registration(): Text
  set registration(value: Given)
  get variant(): Text
  set variant(value: Given)
  get seed(): Text
  set seed(value: Given)
  get do(): Text
  set do(value: Given)
  get view(): Text
  set view(value: Given)
  get theme(): Text
  set theme(value: Given)
  get height(): Text
  set height(value: Given)
  get src(): Text
  set src(value: Given)
  get label(): Text
  set label(value: Given)
  get controls(): boolean
  set controls(value: boolean | 'on' | 'off')
  get autoplay(): boolean
  set autoplay(value: boolean | 'on' | 'off')
  get checks(): boolean
  set checks(value: boolean | 'on' | 'off')
  get poster(): boolean
  set poster(value: boolean | 'on' | 'off')
  /** Goes to a number of messages, or to a message by its name. */
  goto(step: number | string): void
  addEventListener<Type extends keyof HandshakeLabEventMap>(
    type: Type,
    listener: (this: HandshakeLabElement, event: HandshakeLabEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
}

/** The class behind `<handshake-lab>`, which importing the package makes known to the page. */
export declare const HandshakeLabElement: {
  readonly prototype: HandshakeLabElement
  new (): HandshakeLabElement
}

declare global {
  interface HTMLElementTagNameMap {
    'handshake-lab': HandshakeLabElement
  }
}
