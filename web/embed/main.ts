import { storyNamed } from '../../scenarios/stories.ts'
import { applyTheme } from '../ui/theme.ts'
import { readChoices } from '../element/choices.ts'
import { connectHost } from './host.ts'
import { onceSeen } from './once-seen.ts'
import { showPoster } from './poster.ts'
import { showFailure, showLoading } from './waiting.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import './embed.css'

// What stands in the first few kilobytes: the theme, the still picture, and the ears for the page around this one.
const root = document.getElementById('root')!
const host = connectHost(applyTheme)

let asked = 0
const begin = async (query: string) => {
  asked += 1
  const mine = asked
  // Nobody waits for the fonts, and the story comes together with what plays it.
  addFonts()
  storyNamed(readChoices(query).scenario)
    ?.load()
    .catch(() => {})
  try {
    const { mountEmbed } = await import('./mount.tsx')
    // What was asked for meanwhile comes in its place.
    if (mine !== asked) return
    removeEventListener('hashchange', followAddress)
    mountEmbed(root, host, query)
  } catch (error) {
    showFailure(root, error, () => {
      showLoading(root)
      void begin(query)
    })
  }
}

const addFonts = () => {
  if (import.meta.env.DEV) void import('../styles/fonts.css')
  else
    document.head.append(
      Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: './embed/fonts.css',
      }),
    )
}

let stop = () => {}
/** Shows what is asked for: a still picture until somebody asks for the run; otherwise the run, as soon as the frame is seen. */
const show = (query: string) => {
  const { theme, poster, scenario } = readChoices(query)
  asked += 1
  stop()
  applyTheme(theme)
  // A picture of nothing would hide what is wrong.
  if (poster && storyNamed(scenario)) {
    showPoster(root, scenario, host, () => void begin(query))
    return
  }
  showLoading(root)
  stop = onceSeen(root, () => void begin(query))
}

document.documentElement.dataset['embed'] = ''
// Until the run is there, which then listens itself.
const followAddress = () => show(location.hash.slice(1))
addEventListener('hashchange', followAddress)
host.on('show', ({ query }) => show(query))
followAddress()
