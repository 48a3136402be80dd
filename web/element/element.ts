import {
  isOn,
  observed,
  queryOf,
  reflected,
  strangersOf,
  switches,
  type Switch,
} from './attributes.ts'
import { hostTheme, onHostTheme } from './host-theme.ts'
import { SANDBOX } from './markup.ts'
import { EMBED_HEIGHT, themes, type Theme } from './options.ts'
import { readFromEmbed, readToEmbed, sealed, type ToEmbed } from './protocol.ts'

// Where there is no page, as on a server, the element is a name and nothing else.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement)

/** Where the lab is hosted; undefined where no page can come from: an address that is none, or one that is a script. */
const folderOf = (base: string | undefined): URL | undefined => {
  if (!base) return undefined
  try {
    const folder = new URL(base.endsWith('/') ? base : `${base}/`, document.baseURI)
    return /^(https?|file):$/.test(folder.protocol) ? folder : undefined
  } catch {
    return undefined
  }
}

/** `<handshake-lab>`: writes a frame without an origin, gives it its height and its theme, and hands on what it tells. */
export class HandshakeLab extends Base {
  static readonly observedAttributes = observed
  /** Where the built lab is hosted unless the element says otherwise. */
  static base: string | undefined

  #frame: HTMLIFrameElement | undefined
  #theme: Theme | undefined
  #stop: (() => void) | undefined
  #loaded = false
  #heard = false
  #goto: ToEmbed | undefined
  #dirty: Set<string> | undefined

  connectedCallback(): void {
    // What was set on the element before the page knew it is an attribute of it from now on.
    for (const name of observed) {
      const own = Object.getOwnPropertyDescriptor(this, name)
      if (!own) continue
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, own.value)
    }
    const stopTheme = onHostTheme(() => this.#applyTheme())
    addEventListener('message', this.#onMessage)
    this.#stop = () => {
      stopTheme()
      removeEventListener('message', this.#onMessage)
    }
    this.#write()
  }

  disconnectedCallback(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#frame?.remove()
    this.#frame = undefined
    this.#loaded = false
  }

  attributeChangedCallback(name: string): void {
    if (!this.#stop) return
    // Several attributes that change together are one change.
    if (!this.#dirty) queueMicrotask(() => this.#update())
    this.#dirty ??= new Set()
    this.#dirty.add(name)
  }

  goto(step: number | string): void {
    // An attribute is a text, too.
    const to = /^\d+$/.test(`${step}`) ? Number(step) : step
    const asked = { type: 'goto', step: to } as const
    if (!readToEmbed(sealed(asked))) return this.#refuse(step)
    this.#goto = asked
    this.#say(this.#goto)
  }

  #refuse(step: unknown): void {
    console.warn(
      `<handshake-lab>: goto(${JSON.stringify(step)}) leads nowhere; it takes a number of messages, or the name of one.`,
    )
  }

  #write(): void {
    const root = this.#root()
    const folder = folderOf(this.getAttribute('src') ?? HandshakeLab.base)
    if (!folder) {
      this.#frame = undefined
      root.textContent =
        'handshake-lab: the attribute src has to be the http or https address where the lab is hosted.'
      return
    }
    this.#theme = this.#wantedTheme()
    for (const name of strangersOf(this))
      console.warn(`<handshake-lab>: it knows no attribute “${name}”.`)
    const query = queryOf(this, this.#theme)
    // From a disk nothing but the lab in one file is opened.
    const path = folder.protocol === 'file:' ? 'handshake-lab.html#/embed?' : 'embed.html#'
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', SANDBOX)
    frame.allow = 'clipboard-write'
    frame.loading = 'lazy'
    frame.referrerPolicy = 'no-referrer'
    frame.title = this.#label()
    Object.assign(frame.style, { display: 'block', width: '100%', border: '0' })
    frame.style.height = `${this.#fixedHeight() ?? EMBED_HEIGHT}px`
    // The ground is this page's own. A frame that wants another theme than that has one of its own: browsers see to it.
    frame.style.colorScheme = hostTheme(this)
    frame.src = folder.href + path + query
    frame.addEventListener('load', () => {
      this.#loaded = true
      this.#heard = false
      this.#greet()
    })
    this.#loaded = false
    this.#frame = frame
    root.replaceChildren(frame)
  }

  #root(): ShadowRoot {
    if (this.shadowRoot) return this.shadowRoot
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':host{display:block}:host([hidden]){display:none}')
    root.adoptedStyleSheets = [sheet]
    return root
  }

  #greet(): void {
    this.#say({ type: 'hello', sizes: this.#fixedHeight() === undefined })
    this.#applyTheme(true)
    if (this.#goto) this.#say(this.#goto)
  }

  #update(): void {
    const names = this.#dirty ?? new Set<string>()
    this.#dirty = undefined
    if (!this.#stop) return
    const frame = this.#frame
    if (!frame) return this.#write()
    const height = this.#fixedHeight()
    if (names.has('height') && height) frame.style.height = `${height}px`
    if (names.delete('height')) this.#say({ type: 'hello', sizes: height === undefined })
    frame.title = this.#label()
    names.delete('label')
    if (names.has('theme')) this.#applyTheme()
    // Whoever says a place in an attribute no longer means the one that was gone to.
    if (names.has('step') || names.has('scenario')) this.#goto = undefined
    if (names.has('src') || (names.size > 0 && !this.#loaded)) return this.#write()
    if (names.size === 0) return
    this.#say({ type: 'show', query: queryOf(this, this.#wantedTheme()) })
  }

  #label(): string {
    return this.getAttribute('label') ?? `Handshake Lab: ${this.getAttribute('scenario') ?? ''}`
  }

  #fixedHeight(): number | undefined {
    const height = Number.parseFloat(this.getAttribute('height') ?? '')
    return height > 0 ? height : undefined
  }

  #wantedTheme(): Theme {
    const said = themes.find((one) => one === this.getAttribute('theme'))
    return said && said !== 'auto' ? said : hostTheme(this)
  }

  #applyTheme(anyway = false): void {
    if (!this.#frame) return
    this.#frame.style.colorScheme = hostTheme(this)
    const theme = this.#wantedTheme()
    if (theme === this.#theme && !anyway) return
    this.#theme = theme
    this.#say({ type: 'setTheme', theme })
  }

  // A frame without an origin can be addressed in no other way; nothing that is said to it is a secret.
  #say(message: ToEmbed): void {
    if (this.#loaded) this.#frame?.contentWindow?.postMessage(sealed(message), '*')
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== 'null') return
    const message = readFromEmbed(data)
    if (!message) return
    // An embed that is still being loaded when its frame says it is hears nothing yet; when it speaks, it listens.
    if (!this.#heard && this.#loaded) this.#greet()
    this.#heard = true
    const { type, ...detail } = message
    if (message.type === 'height' && !this.#fixedHeight())
      this.#frame.style.height = `${message.height}px`
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

for (const name of reflected)
  Object.defineProperty(HandshakeLab.prototype, name, {
    configurable: true,
    get(this: HandshakeLab) {
      return this.getAttribute(name)
    },
    set(this: HandshakeLab, value: unknown) {
      if (value === null || value === undefined) this.removeAttribute(name)
      else this.setAttribute(name, String(value))
    },
  })

for (const name of Object.keys(switches) as Switch[])
  Object.defineProperty(HandshakeLab.prototype, name, {
    configurable: true,
    get(this: HandshakeLab) {
      return isOn(this, name)
    },
    set(this: HandshakeLab, value: unknown) {
      this.setAttribute(name, value === false || value === 'off' ? 'off' : 'on')
    },
  })

/** Makes the element known to the page, once. */
export const register = (base: string | undefined): void => {
  HandshakeLab.base ??= base
  if (globalThis.customElements && !customElements.get('handshake-lab'))
    customElements.define('handshake-lab', HandshakeLab)
}
