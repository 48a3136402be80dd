import type { Part } from './cast.ts'
import { checkWithId, type CheckId } from './checks/index.ts'
import type { Finding } from './checks/check.ts'
import { plainly } from './plain.ts'
import { partyMaking } from './check-maker.ts'
import { refs, type RefId } from './spec/refs.ts'
import { briefPhaseNames, labelOf } from './wire/label.ts'
import type { Channel, PartyId, WireMessage } from './wire/message.ts'

// A run at a glance: all that a small view of it says, as plain data. A public face of the engine for such views.

/** One check of those made on a message, as a small view shows it. */
export interface GlancedCheck {
  readonly id: CheckId
  readonly by: PartyId
  readonly says: string
  /** The clause it comes from, in short. */
  readonly clause: string
  readonly holds: boolean
}

/** A message at a glance. */
export interface Glance {
  readonly id: number
  readonly from: PartyId
  readonly to: PartyId
  readonly channel: Channel
  readonly phase: string
  readonly label: string
  /** What happens, in one plain sentence with `code` in it. */
  readonly says: string
  /** How many checks were made on it. */
  readonly checks: number
  readonly check?: GlancedCheck
}

const glanced = ({ check: id, holds }: Finding): GlancedCheck | undefined => {
  const row = checkWithId(id)
  return (
    row && {
      id: row.id,
      by: partyMaking(row.id),
      says: row.says,
      clause: refs[row.refs[0] as RefId].short,
      holds,
    }
  )
}

/**
 * Every message of a log at a glance. Of the checks made on one, that which refused it is shown; else the first of those
 * `telling`, in their order, that was not shown before.
 */
export const glancesOf = (
  log: readonly WireMessage[],
  telling: readonly CheckId[],
): readonly Glance[] => {
  const shown = new Set<string>()
  return log.map((message) => {
    const { id, from, to, channel, phase, findings } = message
    const told = telling.find((id) => !shown.has(id) && findings.some(({ check }) => check === id))
    const finding =
      findings.find(({ verdict }) => verdict === 'broken') ??
      findings.find(({ check }) => check === told)
    if (finding) shown.add(finding.check)
    const check = finding && glanced(finding)
    return {
      id,
      from,
      to,
      channel,
      phase: briefPhaseNames[phase],
      label: labelOf(message),
      says: plainly(message),
      checks: new Set(findings.map(({ check }) => check)).size,
      ...(check && { check }),
    }
  })
}

/** A party as a small view introduces it. */
export type GlancedPart = Pick<Part, 'id' | 'name' | 'brief'>

/** A whole run at a glance. */
export interface RunAtAGlance {
  readonly scenario: string
  readonly seed: string
  readonly parts: readonly GlancedPart[]
  /** How many messages it has; who tells it in part has fewer of them in `messages`. */
  readonly length: number
  readonly messages: readonly Glance[]
}
