import { formatPlace } from '../../engine/index.ts'
import { PROOF_SEED, type Played } from '../../engine/proof.ts'

/** The way into the lab, to the message at which a run was decided; where a check decided, to the checks made on it. */
export const linkTo = (played: Played): string => {
  const { scenario, variant, revision, forgotten, decided, at, messages } = played
  const place = formatPlace({
    revision,
    ...(variant !== undefined && { variant }),
    forget: forgotten,
    seed: PROOF_SEED,
    place: at ?? messages,
    decisions: [],
  })
  return `#/lab/${scenario}?${place}${decided === undefined ? '' : '&pane=checks'}`
}
