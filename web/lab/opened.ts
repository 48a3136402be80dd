import type { Scenario } from '../../engine/index.ts'
import type { Story } from '../../scenarios/stories.ts'
import { once } from '../ui/once.ts'

const opened = new Map<string, () => Promise<Scenario>>()

/** A scenario from the shelf, loaded once. */
export const openScenario = ({ id, load }: Story): Promise<Scenario> => {
  const known = opened.get(id) ?? once(load)
  opened.set(id, known)
  return known()
}
