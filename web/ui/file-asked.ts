let chooser: (() => void) | undefined

/** Says what opens the window in which the reader chooses a file; the returned function takes that back. */
export const offerFileChooser = (open: () => void): (() => void) => {
  chooser = open
  return () => {
    if (chooser === open) chooser = undefined
  }
}

/** Has the reader choose the file of a run, in answer to a press: browsers open no window by themselves. */
export const askForFile = (): void => chooser?.()
