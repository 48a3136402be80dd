import { parseDecisions, sayDecision, type Scenario, type WireMessage } from '../../engine/index.ts'
import { attackShelves, lessonShelf } from '../../scenarios/shelf.ts'
import type { EmbedOptions } from '../element/options.ts'
import type { Edition } from '../lab/edition.ts'
import { List } from '../ui/fields.tsx'
import { Opening } from './opening.tsx'
import { chosen } from './wish.ts'
import styles from './embed-it.module.css'

/** What can be chosen about an embed of a scenario. */
export interface ChoicesProps {
  readonly scenario: Scenario
  readonly edition: Edition
  readonly options: EmbedOptions
  readonly onChoose: (options: EmbedOptions) => void
}

interface WhatProps extends ChoicesProps {
  /** The scenario that was chosen last, which may still be being loaded. */
  readonly picked: string
  readonly log: readonly WireMessage[] | undefined
  /** What opens at a message; left out: nothing does. */
  readonly opens: string | undefined
  readonly onScenario: (id: string) => void
}

/** What the embed shows: which story, which telling of it, and where it opens. */
export const What = ({ picked, onScenario, ...props }: WhatProps) => {
  const { scenario, edition, log, opens, options, onChoose } = props
  const { variant } = edition
  const variants = scenario.kind === 'attack' ? Object.entries(scenario.variants ?? {}) : []
  return (
    <section className={styles['group']} aria-labelledby="what">
      <h2 id="what">What it shows</h2>
      <List name="Scenario" value={picked} onChoose={onScenario}>
        <Shelf name="Lessons" cards={lessonShelf} />
        {attackShelves.map(({ about, cards }) => (
          <Shelf key={about} name={`Attacks: ${about.toLowerCase()}`} cards={cards} />
        ))}
      </List>
      {variants.length > 0 && (
        <List
          name="Telling"
          value={variant ?? ''}
          onChoose={(id) => {
            // What is forgotten in one telling, and where it is interesting, says nothing about another.
            const { forget: _, step: __, ...rest } = options
            onChoose(chosen(rest, 'variant', id === '' ? undefined : id))
          }}
        >
          <option value="">the plain one</option>
          {variants.map(([id, { title }]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </List>
      )}
      {opens !== undefined && (
        <Opening
          name={opens}
          log={log}
          step={options.step}
          onChoose={(step) => onChoose(chosen(options, 'step', step))}
        />
      )}
      {options.decisions && (
        <ByHand
          decisions={options.decisions}
          onUndo={() => onChoose(chosen(options, 'decisions', undefined))}
        />
      )}
    </section>
  )
}

interface ShelfProps {
  readonly name: string
  readonly cards: readonly { readonly id: string; readonly title: string }[]
}

const Shelf = ({ name, cards }: ShelfProps) => (
  <optgroup label={name}>
    {cards.map(({ id, title }) => (
      <option key={id} value={id}>
        {title}
      </option>
    ))}
  </optgroup>
)

interface ByHandProps {
  readonly decisions: string
  readonly onUndo: () => void
}

/** How many changes are named one by one. */
const NAMED = 3

/** What was changed by hand in the lab, from where it came here. */
const ByHand = ({ decisions, onUndo }: ByHandProps) => {
  const made = parseDecisions(decisions).decisions
  return (
    <p className={styles['byhand']}>
      With what was changed in the lab:{' '}
      {made
        .slice(0, NAMED)
        .map((one) => sayDecision(one).replaceAll('`', ''))
        .join('; ')}
      {made.length > NAMED && `; and ${made.length - NAMED} more`}.{' '}
      <button type="button" onClick={onUndo}>
        Leave it out
      </button>
    </p>
  )
}
