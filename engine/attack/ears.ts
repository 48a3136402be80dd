import type { Given } from '../input.ts'
import type { Draft, Overheard } from '../wire/message.ts'

/** What the attacker hears of a message that is about to be sent, by the ears that the story gives him. */
export const earsOf =
  ({ attack, forgotten }: Pick<Given, 'attack' | 'forgotten'>) =>
  (draft: Draft): Overheard | undefined =>
    attack?.ears?.find(
      ({ on, unless }) => on === draft.name && (unless === undefined || forgotten.has(unless)),
    )?.hears
