import { use, useOptimistic, useTransition } from 'react'
import { anchorOf } from '../../engine/index.ts'
import type { Story } from '../../scenarios/stories.ts'
import { editionOf } from '../lab/edition.ts'
import { openScenario } from '../lab/opened.ts'
import { fitted } from './fitted.ts'
import { forms, type Form } from './forms.ts'
import { How } from './how.tsx'
import { Preview } from './preview.tsx'
import { Snippet } from './snippet.tsx'
import { placeIn, usePlayed } from './use-played.ts'
import { What } from './what.tsx'
import { Which } from './which.tsx'
import { chosen, wishOf, withScenario, type Wish } from './wish.ts'
import styles from './embed-it.module.css'

interface BuilderProps {
  readonly story: Story
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
}

/** The choices, what they look like, and what to copy. */
export const Builder = ({ story, wish, onWish }: BuilderProps) => {
  const scenario = use(openScenario(story))
  // While the next story is being loaded this one stays, and whoever chose it keeps their place.
  const [picked, pick] = useOptimistic(scenario.id)
  const [, startTransition] = useTransition()
  const form: Form = forms[wish.form]
  const edition = editionOf(scenario, wishOf(wish.options))
  const played = usePlayed(scenario, edition, wish.options)
  const log = played?.log
  const options = fitted(wish.options, edition, log)
  const choices = {
    scenario,
    edition,
    options,
    onChoose: (next: Wish['options']) => onWish({ ...wish, options: next }),
  }
  const onScenario = (id: string) =>
    startTransition(() => {
      pick(id)
      onWish({ ...wish, options: withScenario(options, id) })
    })
  const onOpenAt = (place: number) => {
    const message = log?.[place - 1]
    const step = message && typeof options.step === 'string' ? anchorOf(message, log) : place
    choices.onChoose(chosen(options, 'step', place === 0 ? undefined : step))
  }
  const { height } = wish
  return (
    <div className={styles['builder']}>
      <What
        {...choices}
        picked={picked}
        log={log}
        opens={form.live ? 'Opens at' : form.write && 'The link opens at'}
        onScenario={onScenario}
      />
      <div className={styles['made']}>
        <Preview
          form={form}
          scenario={scenario}
          edition={edition}
          options={options}
          height={height}
          played={played}
          opensAt={log ? placeIn(log, options.step) : 0}
          onOpenAt={onOpenAt}
        />
        <Snippet
          wish={wish}
          scenario={scenario}
          edition={edition}
          options={options}
          played={played}
          onWish={onWish}
        />
      </div>
      <div className={styles['more']}>
        {form.live && <How {...choices} />}
        <Which {...choices} />
      </div>
    </div>
  )
}
