import type { Term } from '../engine/scenario.ts'
import { channelTerms } from './glossary/channels.ts'
import { codeTerms } from './glossary/codes.ts'
import { companyTerms } from './glossary/company.ts'
import { dangerTerms } from './glossary/dangers.ts'
import { discoveryTerms } from './glossary/discovery.ts'
import { labTerms } from './glossary/lab.ts'
import { protocolTerms } from './glossary/protocol.ts'
import { roleTerms } from './glossary/roles.ts'
import { tokenTerms } from './glossary/tokens.ts'

/** The words that a page may want by themselves: who is who, the roles, MCP’s and the lab’s own. */
export { companyTerms, labTerms, protocolTerms, roleTerms }

/** Terms have Latin letters alone, and what compares words of every language takes long to start. */
const inOrder = ({ term }: Term) => term.toLowerCase()

/** Every word that the lab explains, in the order of the alphabet. */
export const glossary: readonly Term[] = [
  ...companyTerms,
  ...roleTerms,
  ...channelTerms,
  ...codeTerms,
  ...tokenTerms,
  ...discoveryTerms,
  ...dangerTerms,
  ...protocolTerms,
  ...labTerms,
].toSorted((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1))
