/** Parts of the start page that wait for their letters, from the top down: `data-letters-in` says which one a part is in. */
const PARTS = 3

/**
 * Sets what is further down in its own letters once they have come, part by part: all of it at once, the page hears nobody
 * for as long as it takes to lay it out again.
 */
export const setLetters = async (): Promise<void> => {
  const { documentElement: page, fonts } = document
  // Without them, what stands in for them stays.
  await fonts.load('1em "Literata Variable"').catch(() => {})
  for (let part = 1; part <= PARTS; part++) {
    await painted()
    page.dataset['letters'] = String(part)
  }
}

/** Once what was changed before is painted. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
