import type { SubmitEvent } from 'react'
import type { BrowserView } from '../../engine/browser.ts'
import { Words } from './words.tsx'
import styles from './page-shown.module.css'

interface PageShownProps {
  readonly view: BrowserView
  /** Whether any page comes in this run. */
  readonly comes: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (name: string, value: string) => void
  readonly onPress: (button: string) => void
}

/** The page in the window, made of its words, its fields and its buttons: nothing that came is ever run as HTML. */
export const PageShown = ({ view, comes, ...form }: PageShownProps) => {
  const { window, shown, page } = view
  if (window === 'unopened' || !shown)
    return <p className={styles['blank']}>{emptyWords(view, comes)}</p>
  if (window === 'closed')
    return (
      <p className={styles['blank']}>
        {view.pressed ? 'The window is closed.' : 'Sam closed the window.'}
      </p>
    )
  return (
    <div className={styles['page']} aria-busy={window === 'waiting'}>
      {shown.title !== '' && <h3 className={styles['title']}>{shown.title}</h3>}
      <Words text={shown.text} />
      {page?.form && <Form view={view} {...form} />}
    </div>
  )
}

const emptyWords = ({ window, url }: BrowserView, comes: boolean): string => {
  if (window === 'unopened')
    return comes ? 'Nothing has opened a window yet.' : 'Nobody opens a window in this run.'
  return window === 'closed'
    ? 'The window is closed.'
    : `Waiting for ${URL.canParse(url ?? '') ? new URL(url!).host : 'an answer'} …`
}

const Form = ({
  view: { page, shown, asks, filled, pressed },
  typed,
  onType,
  onPress,
}: Omit<PageShownProps, 'comes'>) => {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent
    if (asks && submitter instanceof HTMLButtonElement) onPress(submitter.value)
  }
  return (
    <form className={styles['form']} autoComplete="off" onSubmit={submit}>
      {page?.form?.fields.map(({ name, type }, index) => (
        <label key={name} className={styles['field']}>
          <span>{shown?.fields[index] ?? name}</span>
          <input
            name={name}
            type={type === 'password' ? 'password' : 'text'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            readOnly={!asks}
            value={filled[name] ?? typed[name] ?? ''}
            onChange={({ currentTarget }) => onType(name, currentTarget.value)}
          />
        </label>
      ))}
      <p className={styles['buttons']}>
        {page?.form?.buttons.map(({ name, value, label }) => (
          <button
            key={`${name} ${value}`}
            type="submit"
            value={value}
            disabled={!asks}
            data-pressed={pressed === label || undefined}
          >
            {label}
          </button>
        ))}
      </p>
    </form>
  )
}
