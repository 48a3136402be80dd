/** What could not be loaded, and why. */
export class NotLoaded extends Error {
  override name = 'NotLoaded'
}

const failed = new Set<() => void>()

/**
 * Loads something when it is first asked for, and once. What could not be loaded stays so until somebody wants it tried
 * again: a component that asks whenever it is drawn would ask the network without end.
 */
export const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined
  return () => {
    if (loading) return loading
    const begun = load().catch((cause: unknown) => {
      failed.add(() => (loading = undefined))
      throw new NotLoaded(cause instanceof Error ? cause.message : String(cause), { cause })
    })
    // Whoever asked hears of it; whoever had it loaded beforehand need not.
    begun.catch(() => {})
    loading = begun
    return begun
  }
}

/** Lets all be tried again that could not be loaded. */
export const tryAgain = (): void => {
  for (const forget of failed) forget()
  failed.clear()
}
