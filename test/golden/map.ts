import { format, resolveConfig } from 'prettier'
import { survey } from '../../engine/survey.ts'
import { attacks, lessons } from '../../scenarios/index.ts'

/** Where everything stands on the map of the start page, as the file `scenarios/map.ts`: read off runs. */
export const mapText = async (): Promise<string> => {
  const code = `// Written by \`npm run golden\`, which reads it off runs; not by hand.
import type { Survey } from '../engine/scenario.ts'

/** Where every scenario stands on a map of the handshake. */
export const map: Survey = ${JSON.stringify(await survey(lessons, attacks))}`
  return format(code, { ...(await resolveConfig('scenarios/map.ts')), parser: 'typescript' })
}
