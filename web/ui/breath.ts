/** Lets the browser paint, and hear whoever uses the page, before it goes on with what takes long. */
export const breath = (): Promise<void> =>
  (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.() ??
  new Promise((resolve) => setTimeout(resolve))
