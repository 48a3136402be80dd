import { describe, expect, test } from 'vitest'
import { exerciseCards, type ExerciseCard } from '../../scenarios/exercise-cards.ts'
import { stepsOfStations } from '../../web/practice/steps.ts'
import { seedOfSeat } from '../../web/practice/workshop-now.ts'
import { seedFor } from '../../web/practice/world.ts'
import { emptyWorkshop } from '../../web/workshop/workshop.ts'

const cards: readonly ExerciseCard[] = Object.values(exerciseCards)

describe('a seat of a workshop', () => {
  const seedAt = (
    exercise: string,
    seat: number | undefined,
    seed: string | undefined = 'room-7',
  ) =>
    seedFor(exercise, {
      workshop: { ...emptyWorkshop, seed },
      seatSeed: seedOfSeat(seed, seat),
    })

  test.each(cards.map((card) => [card.id, card.kind] as const))(
    'has a world of its own in %s only if a check is sought there (%s)',
    (id, kind) => {
      expect(seedAt(id, 31)).toBe(kind === 'find' ? 'room-7-31' : 'room-7')
      expect(seedAt(id, undefined)).toBe('room-7')
    },
  )

  test('stands in no address, so all see the same bytes', () => {
    const steps = stepsOfStations(
      [
        { kind: 'scenario', id: 'mix-up', minutes: 6 },
        { kind: 'exercise', id: 'look-everywhere', minutes: 10 },
      ],
      { learner: 'room-7' },
    )
    expect(steps.map(({ path }) => path)).toEqual([
      '/lab/mix-up?v=2&seed=room-7',
      '/exercise/look-everywhere?seed=room-7',
    ])
  })
})
