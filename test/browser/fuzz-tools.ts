// What runs inside the page that is fuzzed; it is written into it as text, so nothing here may come from outside a function.

/** What the page that is fuzzed has at hand. */
export interface Tools {
  /** Goes to a hash, and waits until what it asks for is there. */
  go(hash: string): Promise<void>
  /** Waits until the lab has written its address anew since a moment, or shows what has none. */
  settled(since: number): Promise<void>
  /** How often the page has written its address by itself. */
  written(): number
  /** Some frames. */
  frames(many: number): Promise<void>
  /** Waits for something, and throws when it never comes. */
  until(what: string, holds: () => boolean): Promise<void>
  /** Types a text into a field, as a hand does all at once. */
  type(field: Element, text: string): void
  /** Lets a file go over the page, and waits for what is said of it, or for its run. */
  drop(name: string, text: string): Promise<void>
  /** What can be seen that should never be there. */
  look(): string | undefined
}

/** Puts the tools into a page, before its own first script. */
export const bringTools = (): void => {
  // Nobody is looking: the lab need not wait until it may write its address again.
  const { setTimeout: later } = globalThis
  globalThis.setTimeout = ((work: () => void, wait = 0, ...rest: []) =>
    later(work, wait > 100 && wait <= 250 ? 5 : wait, ...rest)) as typeof setTimeout

  let written = 0
  for (const name of ['pushState', 'replaceState'] as const) {
    const own = History.prototype[name]
    History.prototype[name] = function write(...given) {
      written += 1
      return own.apply(this, given)
    }
  }

  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()))
  const frames = async (many: number) => {
    for (let count = 0; count < many; count += 1) await frame()
  }
  const until = async (what: string, holds: () => boolean) => {
    const begun = performance.now()
    while (!holds()) {
      if (performance.now() - begun > 30_000) throw new Error(`${what} never came`)
      await frame()
    }
  }
  const settled = async (since: number) => {
    await frames(3)
    // The lab, or an embed: the start page has a run, too, and none in its address.
    const hasRun = () =>
      document.querySelector(
        '[aria-label="Revision and registration"], [data-embed] input[type=range]',
      ) !== null
    await until('the page', () => document.querySelector('h1, [aria-live]') !== null)
    await until('the run', () => written > since || !hasRun())
    await frame()
  }
  const tools: Tools = {
    frames,
    until,
    settled,
    written: () => written,
    go: async (hash) => {
      // Where it is already, nothing goes anywhere, and nothing is written.
      const since = location.hash === `#${hash}` ? -1 : written
      location.hash = hash
      await settled(since)
    },
    type: (field, text) => {
      const { prototype } = field.constructor as typeof HTMLInputElement
      Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    drop: async (name, text) => {
      const said = () => document.querySelector('[role=alert]')
      const [before, since, old] = [location.hash, written, said()]
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      )
      await until('what is said of a file', () => {
        const now = said()
        return (now !== null && now !== old) || location.hash !== before
      })
      if (location.hash !== before) await settled(since)
    },
    look: () => {
      const live = document.querySelector(
        '[href^="javascript:" i], [href^="data:text" i], [src^="javascript:" i], [srcdoc], [onerror], [onload], [onclick], [onfocus], base, object, embed',
      )
      if (live) return `something live: ${live.outerHTML.slice(0, 200)}`
      if (Object.hasOwn(Object.prototype, 'polluted')) return 'every object has something more'
      const failed = [...document.querySelectorAll('[aria-live] strong')].find(
        ({ textContent }) => textContent === 'The lab itself failed.',
      )
      const broken = failed?.parentElement ?? document.querySelector('[data-ending=broken]')
      return broken?.textContent.slice(0, 300)
    },
  }
  Object.assign(globalThis, { fuzz: tools })
}

declare global {
  var fuzz: Tools
}
