import type { Scenario } from '../../engine/index.ts'
import type { Shelved } from '../../scenarios/shelf.ts'

const opened = new Map<string, Promise<Scenario>>()

/** A scenario from the shelf, loaded once; what could not be loaded is tried again the next time. */
export const openScenario = ({ id, load }: Shelved): Promise<Scenario> => {
  const known = opened.get(id)
  if (known) return known
  const loading = load()
  opened.set(id, loading)
  loading.catch(() => opened.delete(id))
  return loading
}
