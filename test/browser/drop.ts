import type { Page } from 'playwright-core'

/** A file as it comes from outside. */
export interface Brought {
  readonly name: string
  readonly bytes: string
}

/** Lets files go over the middle of a page, as a hand does; whether the page took them, or the browser would have left it. */
export const drop = (page: Page, files: readonly Brought[]): Promise<boolean> =>
  page.evaluate((brought) => {
    const dataTransfer = new DataTransfer()
    for (const { name, bytes } of brought) dataTransfer.items.add(new File([bytes], name))
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body
    const event = (type: string) =>
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
    target.dispatchEvent(event('dragover'))
    return !target.dispatchEvent(event('drop'))
  }, files)

/** Holds a file over a page without letting it go. */
export const hover = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'x.txt'))
    document.body.dispatchEvent(
      new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }),
    )
  })
