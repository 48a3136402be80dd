import { hashPath } from '../ui/hash-location.ts'

/** What was typed over a value and not applied. */
interface Unsent {
  readonly over: string
  readonly text: string
}

const KEY = 'handshake-lab.unsent'
/** More than this nobody has open at once. */
const MOST = 20

// For as long as the tab is open; where storage is out of reach, as the page.
let all: ReadonlyMap<string, Unsent> | undefined

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Unsent>).over === 'string' &&
  typeof (value as Partial<Unsent>).text === 'string'

const read = (): ReadonlyMap<string, Unsent> => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    if (!Array.isArray(kept)) return new Map()
    return new Map(
      kept.flatMap((entry: unknown) =>
        Array.isArray(entry) && typeof entry[0] === 'string' && isUnsent(entry[1])
          ? [[entry[0], entry[1]] as const]
          : [],
      ),
    )
  } catch {
    return new Map()
  }
}

const write = (next: ReadonlyMap<string, Unsent>) => {
  all = next
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...next]))
  } catch {
    // Private windows and sandboxed frames have no storage, or a full one.
  }
}

const nameOf = (part: string) => `${hashPath()} ${part}`

/** What was typed over this value of a part of a message and not applied; over another value it counts no more. */
export const unsentOver = (part: string, value: string): string | undefined => {
  const kept = (all ??= read()).get(nameOf(part))
  return kept?.over === value ? kept.text : undefined
}

/** Keeps what is typed until it is applied or reset: somebody may look at another message or pane, or load the page anew. */
export const keepUnsent = (part: string, over: string, text: string): void => {
  const others = [...(all ??= read())].filter(([name]) => name !== nameOf(part))
  if (text !== over) write(new Map([...others.slice(1 - MOST), [nameOf(part), { over, text }]]))
  else if (others.length < all.size) write(new Map(others))
}
