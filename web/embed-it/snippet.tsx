import { labBase } from '../element/lab-base.ts'
import { stillsOf, type Frame } from '../element/markup.ts'
import { Later } from '../ui/later.tsx'
import { writtenStill } from './fitted.ts'
import { forms, type Form, type FormId } from './forms.ts'
import { Height } from './height.tsx'
import { HostedAt } from './hosted-at.tsx'
import { MermaidText } from './mermaid-text.tsx'
import { OwnPictures } from './own-pictures.tsx'
import { Policy } from './policy.tsx'
import type { Chosen } from './shown-run.ts'
import { Text } from './text.tsx'
import type { Played } from './use-played.ts'
import { titleOf, type Wish } from './wish.ts'
import styles from './snippet.module.css'

interface SnippetProps extends Chosen {
  readonly wish: Wish
  readonly played: Played | undefined
  readonly onWish: (wish: Wish) => void
}

/** What is copied: in which form, from where the lab is hosted, and what a strict page has to allow. */
export const Snippet = ({ wish, played, onWish, ...run }: SnippetProps) => {
  const { scenario, options } = run
  const base = wish.base ?? labBase()
  const form: Form = forms[wish.form]
  const which = writtenStill(scenario, options)
  const drawn = !form.live && form.write
  const frame: Frame = {
    base,
    title: titleOf(scenario),
    ...(wish.height !== undefined && { height: wish.height }),
    still: stillsOf(
      which === 'careful' ? `${scenario.id}-careful` : scenario.id,
      which ? base : undefined,
    ),
  }
  return (
    <section aria-labelledby="snippet" className={styles['snippet']}>
      <h2 id="snippet">Copy</h2>
      <FormChoice chosen={wish.form} onChoose={(next) => onWish({ ...wish, form: next })} />
      <p className={styles['about']}>{form.about}</p>
      {form.write ? (
        <Text name={form.name}>{form.write(options, frame)}</Text>
      ) : (
        <Later name="The diagram’s text" awaited>
          <MermaidText {...run} played={played} />
        </Later>
      )}
      {drawn && !which && <OwnPictures {...run} played={played} name={frame.still!} />}
      {form.live === 'sized' && (
        <Height value={wish.height} onChoose={(height) => onWish(without(wish, { height }))} />
      )}
      {form.write && (
        <HostedAt value={wish.base} onChoose={(next) => onWish(without(wish, { base: next }))} />
      )}
      {form.live && <Policy base={base} scripted={form.live === 'scripted'} />}
    </section>
  )
}

/** A wish with a part of it otherwise; undefined: as it goes without saying. */
const without = (wish: Wish, part: { base?: string | undefined; height?: number | undefined }) =>
  Object.fromEntries(
    Object.entries({ ...wish, ...part }).filter(([, value]) => value !== undefined),
  ) as unknown as Wish

interface FormChoiceProps {
  readonly chosen: FormId
  readonly onChoose: (form: FormId) => void
}

const FormChoice = ({ chosen, onChoose }: FormChoiceProps) => (
  <div className={styles['forms']} role="radiogroup" aria-label="Copy as">
    {(Object.keys(forms) as FormId[]).map((id) => (
      <label key={id} className={styles['form']}>
        <input
          type="radio"
          name="embed-form"
          className="visually-hidden"
          checked={id === chosen}
          onChange={() => onChoose(id)}
        />
        <span>{forms[id].name}</span>
      </label>
    ))}
  </div>
)
