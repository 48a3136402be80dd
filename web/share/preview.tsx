import type { Form } from './forms.ts'
import type { Made } from './use-made.ts'
import styles from './preview.module.css'

/** More than this nobody reads before copying it. */
const READ = 20_000

/** What will be copied, as it is. */
export const Preview = ({
  form,
  made,
}: {
  readonly form: Form
  readonly made: Made | 'none' | 'failed' | undefined
}) => {
  if (made === undefined) return <p className={styles['empty']}>One moment …</p>
  if (made === 'failed')
    return (
      <p className={styles['empty']}>
        This browser could not make it. The other forms are not concerned.
      </p>
    )
  if (made === 'none')
    return (
      <p className={styles['empty']}>
        There is no such thing for this message: it is no request, or not one that a command could
        send.
      </p>
    )
  if (made.image !== undefined)
    return (
      // Whoever uses the keyboard scrolls it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <section className={styles['picture']} tabIndex={0} aria-label="Preview">
        <img src={made.image} alt={`The diagram, as ${form.picture?.toUpperCase()}`} />
      </section>
    )
  const { text } = made
  return (
    <>
      <textarea
        className={styles['text']}
        data-long={text.length > 400 || undefined}
        readOnly
        spellCheck={false}
        aria-label="Preview"
        value={text.length > READ ? text.slice(0, READ) : text}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {text.length > READ && (
        <p className={styles['rest']}>
          These are the first {READ.toLocaleString('en')} of {text.length.toLocaleString('en')}{' '}
          characters; what is copied is all of it.
        </p>
      )}
    </>
  )
}
