import { format, resolveConfig } from 'prettier'
import { playFirst } from '../../web/start/live/play.ts'

/** How many messages the start page shows before it has played any. */
const SHOWN = 4

/** What the start page shows before it has played anything itself, as the file `web/start/live/opening.json`. */
export const openingText = async (): Promise<string> => {
  const run = await playFirst()
  const opening = { ...run, messages: run.messages.slice(0, SHOWN) }
  const file = 'web/start/live/opening.json'
  return format(JSON.stringify(opening), { ...(await resolveConfig(file)), parser: 'json' })
}
