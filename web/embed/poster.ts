import { EMBED_HEIGHT } from '../element/options.ts'
import type { Host } from './host.ts'

/** Shows a still picture of the scenario until somebody asks for the run: nothing else is loaded before. */
export const showPoster = (
  root: HTMLElement,
  scenario: string,
  host: Host,
  begin: () => void,
): void => {
  const poster = document.createElement('div')
  poster.className = 'poster'
  // A frame without an origin is given nothing from a disk.
  const pictured = location.protocol === 'file:' ? [] : ['light', 'dark']
  for (const theme of pictured) {
    const image = document.createElement('img')
    // Without its picture the button stands alone.
    image.addEventListener('error', () => image.remove())
    image.loading = 'lazy'
    image.alt = ''
    image.dataset['for'] = theme
    image.src = `./stills/${encodeURIComponent(scenario)}-${theme}.svg`
    poster.append(image)
  }
  const button = document.createElement('button')
  button.type = 'button'
  const words = document.createElement('span')
  words.textContent = 'Play this handshake'
  button.append(words)
  button.addEventListener('click', () => {
    words.textContent = 'Loading…'
    begin()
  })
  poster.append(button)
  root.replaceChildren(poster)
  host.tell({ type: 'height', height: EMBED_HEIGHT })
}
