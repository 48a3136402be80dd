/** A page that takes files itself, instead of having the run in them opened. */
export interface FileTaker {
  /** What is said while files are held over the page. */
  readonly says: string
  take(files: readonly File[]): void
}

let taker: FileTaker | undefined

/** Has files that are let go over the page brought here; the returned function takes that back. */
export const takeFiles = (wanted: FileTaker): (() => void) => {
  taker = wanted
  return () => {
    if (taker === wanted) taker = undefined
  }
}

/** Who takes files now; undefined: they are opened as runs. */
export const fileTaker = (): FileTaker | undefined => taker
