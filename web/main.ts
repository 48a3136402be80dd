import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { breath } from './ui/breath.ts'
import { setLetters } from './ui/letters.ts'
import { hearSearchKeys } from './ui/search-asked.ts'
import { applyTheme, storedTheme } from './ui/theme.ts'

applyTheme(storedTheme())
hearSearchKeys()
void setLetters()

// Each in a task of its own: the page, which is there already, answers in between.
const begin = async (root: HTMLElement) => {
  await import('react-dom/client')
  await breath()
  const { mount } = await import('./mount.tsx')
  await breath()
  mount(root)
}

/** What is in the page already stays; only what leads on from it does not work. */
const say = (root: HTMLElement, reason: unknown) => {
  const again = document.createElement('a')
  again.href = ''
  again.textContent = 'Reload the page'
  const notice = document.createElement('p')
  notice.role = 'alert'
  notice.append(
    `The lab could not be loaded: ${reason instanceof Error ? reason.message : String(reason)}. `,
    again,
    ', which opens at this address again.',
  )
  root.before(notice)
}

const root = document.getElementById('root')
if (root) begin(root).catch((reason: unknown) => say(root, reason))
