import { DONE, type Company, type Outcome } from './company.ts'

/** A program of the attacker’s on the owner’s machine reads what the client keeps there. */
export const readVault = async ({ vault, at }: Company): Promise<Outcome> =>
  (await vault.readByStranger(at.line, at)) ? DONE : { kind: 'refused' }
