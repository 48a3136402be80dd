import { attacks } from '../../scenarios/index.ts'
import { fareAll, quietly } from '../clients/attacked.ts'

/** How the official clients fare in the attacks that are on clients, as the proof page shows it: played here, for a browser cannot load them. */
export const officialClientsText = async (): Promise<string> =>
  `${JSON.stringify(await quietly(() => fareAll(attacks)), null, 2)}\n`
