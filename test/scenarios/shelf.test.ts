import { expect, test } from 'vitest'
import { cards } from '../../scenarios/cards.ts'
import { scenarios } from '../../scenarios/index.ts'
import { onShelf, shelf } from '../../scenarios/shelf.ts'

test('the shelf has every scenario, in the order of the library', () => {
  expect(shelf.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id))
  expect(Object.entries(cards).every(([key, { id }]) => key === id)).toBe(true)
})

test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'what the card of %s says is what the scenario says',
  async (id, scenario) => {
    const shelved = onShelf(id)
    const { load, ...card } = shelved!
    expect(await load()).toBe(scenario)
    expect(scenario).toMatchObject(card)
  },
)

test('what is not there is not found', () => {
  expect(onShelf('constructor')).toBeUndefined()
})
