import type { Theme } from './options.ts'

/** Whether a colour, in whichever way it is written, is nearer to white than to black. */
const isLight = (colour: string): boolean => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const brush = canvas.getContext('2d')
  if (!brush) return false
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
  return red * 0.3 + green * 0.59 + blue * 0.11 > 128
}

/** The theme of the page around an element: where letters are light, the ground is dark. */
export const hostTheme = (element: Element): Exclude<Theme, 'auto'> =>
  isLight(getComputedStyle(element).color) ? 'dark' : 'light'

/** How long a page may take to fade from one theme to the other, in milliseconds. */
const FADE = 400

/** Calls back whenever the page may have changed its theme, until the returned function is called. */
export const onHostTheme = (listener: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const changed = () => {
    listener()
    clearTimeout(timer)
    timer = setTimeout(listener, FADE)
  }
  // Pages tell by a class or another attribute of their outermost elements.
  const observer = new MutationObserver(changed)
  for (const outer of [document.documentElement, document.body])
    observer.observe(outer, { attributes: true })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', changed)
    clearTimeout(timer)
  }
}
