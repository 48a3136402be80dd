import { useCallback, useState } from 'react'
import { isPrivate } from '../element/lab-base.ts'
import { Actions } from './actions.tsx'
import { forms, type Form, type FormId } from './forms.ts'
import { FormList } from './form-list.tsx'
import { Preview } from './preview.tsx'
import { builderOf, type Subject, type Wishes } from './subject.ts'
import { useMade } from './use-made.ts'
import { WishList } from './wish-list.tsx'
import styles from './sheet.module.css'

// Whoever shares again mostly wants the same.
let last: FormId = 'link'

// A press beside the sheet closes it, too.
const CLOSED_BY_ANYTHING: object = { closedby: 'any' }

/** The forms in which a run leaves the lab: choose one, see what it is, take it along. */
export const ShareSheet = ({
  subject,
  onClose,
}: {
  readonly subject: Subject
  readonly onClose: () => void
}) => {
  const { place, log } = subject.view
  const [id, setId] = useState<FormId>(last)
  const [wishes, setWishes] = useState<Wishes>(() => ({
    extent: 'here',
    theme: shownTheme(),
  }))
  const form: Form = forms[id]
  // At the beginning and at the end there is only the whole of it.
  const onTheWay = form.addressed === true || (place > 0 && place < log.length)
  const meant: Wishes = onTheWay ? wishes : { ...wishes, extent: 'whole' }
  const made = useMade(form, subject, meant)
  const show = useCallback((dialog: HTMLDialogElement | null) => {
    if (!dialog || dialog.open) return
    dialog.showModal()
    // Whoever uses the keyboard begins where there is something to choose.
    dialog.querySelector<HTMLElement>('[name=share-form]:checked, select')?.focus()
  }, [])
  const choose = (next: FormId) => {
    last = next
    setId(next)
  }
  return (
    <dialog
      ref={show}
      className={styles['sheet']}
      aria-labelledby="share-heading"
      onClose={onClose}
      {...CLOSED_BY_ANYTHING}
    >
      <div className={styles['inner']}>
        <form method="dialog" className={styles['head']}>
          <h2 id="share-heading" className={styles['heading']}>
            Share
          </h2>
          <button className={styles['done']}>Done</button>
        </form>
        <FormList chosen={id} place={place} onChoose={choose} />
        <section className={styles['chosen']} aria-label={form.name}>
          <p className={styles['about']}>{form.about}</p>
          <WishList
            form={form}
            subject={subject}
            onTheWay={onTheWay}
            wishes={wishes}
            onWish={setWishes}
          />
          <Preview form={form} made={made} />
          <p className={styles['holds']}>{form.holds(subject, meant.extent)}</p>
          {form.addressed && isPrivate(location.href) && (
            <p className={styles['holds']}>
              This copy of the lab is on your own machine ({location.host || 'a file'}): nobody else
              can open its address. Put the lab on a web server, and copy from there.
            </p>
          )}
          <Actions form={form} made={made} scenario={subject.scenario.id} place={place} />
          {form.embeds && (
            <p>
              <a className={styles['done']} href={builderOf(subject, meant.extent, form.embeds)}>
                Choose how it looks, with a preview
              </a>
            </p>
          )}
        </section>
      </div>
    </dialog>
  )
}

const shownTheme = (): Wishes['theme'] => {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
