import type { Scenario } from '../engine/scenario.ts'
import { attackCards, attackGroups, type AttackId } from './attack-cards.ts'
import { cards, type Card, type LessonId } from './cards.ts'
import { attackLoaders, lessonLoaders } from './stories.ts'

/** A scenario on the shelf: its card, and a way to open it. */
export interface Shelved extends Card {
  load(): Promise<Scenario>
}

const shelved = <Id extends string>(
  ids: readonly Id[],
  cardOf: Readonly<Record<Id, Card>>,
  loaders: Readonly<Partial<Record<Id, () => Promise<Scenario>>>>,
): readonly Shelved[] =>
  ids.flatMap((id) => {
    const load = loaders[id]
    return load ? [{ ...cardOf[id], load }] : []
  })

/** Every lesson of the lab, in the order of the library. */
export const lessonShelf: readonly Shelved[] = shelved(
  Object.keys(cards) as LessonId[],
  cards,
  lessonLoaders,
)

/** Every attack of the lab, in the order of the library. */
export const attackShelf: readonly Shelved[] = shelved(
  Object.keys(attackCards) as AttackId[],
  attackCards,
  attackLoaders,
)

/** The attacks by what they are about. */
export const attackShelves: readonly {
  readonly about: string
  readonly cards: readonly Shelved[]
}[] = attackGroups.map(({ about, ids }) => ({
  about,
  cards: attackShelf.filter(({ id }) => ids.some((one) => one === id)),
}))

/** Every scenario of the lab. */
export const shelf: readonly Shelved[] = [...lessonShelf, ...attackShelf]

/** The scenario with this id, when there is one. */
export const onShelf = (id: string): Shelved | undefined => shelf.find((one) => one.id === id)
