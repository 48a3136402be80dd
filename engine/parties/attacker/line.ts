import type { PartyId } from '../../wire/message.ts'
import type { Call, Deed, Line, Passed, Reply } from '../line.ts'

/**
 * A line on which a party goes by the attacker’s name: what he runs is ordinary software, and the log says whose it is. What
 * his software finds or does about its own duties is no part of the log, for it protects nobody.
 */
export const lineOfAttacker = (line: Line, hisOwn: readonly PartyId[]): Line => {
  const named = (id: PartyId): PartyId => (hisOwn.includes(id) ? 'attacker' : id)
  // What the software did about its own duties is left behind.
  const his = <T extends Call | Deed>(one: T) => {
    const { did: _, ...rest } = one
    return { ...rest, from: named(one.from), to: named(one.to) }
  }
  return {
    exchange: async (call) => {
      const reply = await line.exchange(his(call))
      return reply && silently(reply)
    },
    act: (deed) => line.act(his(deed)),
    pass: async (deed) => {
      const passed = await line.pass(his(deed))
      return passed && silently(passed)
    },
  }
}

const silently = <T extends Reply | Passed>(one: T): T => ({ ...one, found: () => {} })
