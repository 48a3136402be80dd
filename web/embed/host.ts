import type { Theme } from '../element/options.ts'
import { readToEmbed, sealed, type FromEmbed, type ToEmbed } from '../element/protocol.ts'

type Asked<Type extends ToEmbed['type']> = Extract<ToEmbed, { readonly type: Type }>

/** The page around an embed. */
export interface Host {
  tell(message: FromEmbed): void
  /** Calls back when the host asks this; what it asked last before anybody listened comes first. */
  on<Type extends 'hello' | 'goto' | 'show'>(
    type: Type,
    listener: (asked: Asked<Type>) => void,
  ): () => void
}

/**
 * Talks with the page around this one, and with nobody else. Until that page has spoken, what is told goes to whoever embeds
 * this: nothing in it is a secret. From then on it goes to that origin alone.
 */
export const connectHost = (onTheme: (theme: Theme) => void): Host => {
  const { parent } = window
  const alone = parent === window
  const listeners = new Map<string, (asked: never) => void>()
  const kept = new Map<string, ToEmbed>()
  let origin: string | undefined
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const known = origin === undefined || origin === event.origin
    const asked = !alone && event.source === parent && known ? readToEmbed(event.data) : undefined
    if (!asked) return
    origin = event.origin
    const listener = listeners.get(asked.type)
    if (asked.type === 'setTheme') onTheme(asked.theme)
    else if (listener) listener(asked as never)
    else kept.set(asked.type, asked)
  })
  return {
    tell: (message) => {
      // A host without an origin, as a page from a disk, can be addressed in no other way.
      if (!alone) parent.postMessage(sealed(message), !origin || origin === 'null' ? '*' : origin)
    },
    on: (type, listener) => {
      listeners.set(type, listener)
      const asked = kept.get(type)
      if (asked) listener(asked as never)
      kept.delete(type)
      return () => void listeners.delete(type)
    },
  }
}
