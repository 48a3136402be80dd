import { knowledgeIn, type HoldingName } from '../knowledge.ts'
import type { Company } from './company.ts'
import type { ClaimedClient } from './contract.ts'

/** What the attacker last learned of a kind. */
export const held = (company: Company, name: HoldingName): string | undefined =>
  knowledgeIn(company.log).attacker.findLast((one) => one.name === name)?.value

/** The client_id that the attacker claims, where he knows one. */
export const claimedId = (client: ClaimedClient, company: Company): string | undefined =>
  client === 'victim'
    ? (company.publicClientId ?? held(company, 'client_id'))
    : held(company, 'client_id')
