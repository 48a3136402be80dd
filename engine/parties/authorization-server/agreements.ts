import { scopeMissing } from '../../oauth/scope.ts'
import { remember, type Grant, type Interaction, type Store } from './store.ts'

// One client at one resource. What somebody agreed to for one is no agreement for another.
const subjectOf = ({ clientId, resource }: Grant): string => JSON.stringify([clientId, resource])

/** Whether somebody has agreed to this client before, for at least this scope: `who` is an account, or a browser's session. */
export const agreedBefore = (
  { agreements }: Store,
  who: string,
  { grant }: Pick<Interaction, 'grant'>,
): boolean => {
  const agreed = agreements.get(who)?.get(subjectOf(grant))
  return agreed !== undefined && scopeMissing(grant.scope, agreed).length === 0
}

/** Keeps what somebody has agreed to, beside what they agreed to before. */
export const agree = ({ agreements }: Store, who: string, grant: Grant): void => {
  const mine = agreements.get(who) ?? new Map<string, readonly string[]>()
  const before = mine.get(subjectOf(grant)) ?? []
  remember(mine, subjectOf(grant), [...new Set([...before, ...grant.scope])])
  remember(agreements, who, mine)
}
