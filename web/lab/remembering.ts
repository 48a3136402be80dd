import { partyMaking, partyName, toldBy, type CheckId, type Scenario } from '../../engine/index.ts'
import type { Edition } from './edition.ts'

/** A check that somebody forgets whom the story has remember it, or the other way round. */
export interface Turn {
  readonly check: CheckId
  readonly to: 'forgotten' | 'remembered'
}

/** In what the checks of a run differ from what the story has its parties forget; what was turned to remembered comes first. */
export const turnsFrom = (
  scenario: Scenario,
  { variant, forget }: Pick<Edition, 'variant' | 'forget'>,
): readonly Turn[] => {
  const told = toldBy(scenario, variant).forget
  return [
    ...told
      .filter((check) => !forget.includes(check))
      .map((check): Turn => ({ check, to: 'remembered' })),
    ...forget
      .filter((check) => !told.includes(check))
      .map((check): Turn => ({ check, to: 'forgotten' })),
  ]
}

/** What is forgotten once a turn is taken back. */
export const turnedBack = (forget: readonly CheckId[], { check, to }: Turn): readonly CheckId[] =>
  to === 'forgotten' ? forget.filter((one) => one !== check) : [...forget, check]

/** A turn in words: “Notes forgets `rs/audience-is-me`”. */
export const sayTurn = ({ check, to }: Turn): string =>
  `${partyName(partyMaking(check))} ${to === 'forgotten' ? 'forgets' : 'remembers'} \`${check}\``
