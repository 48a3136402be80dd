import { useCallback } from 'react'
import styles from './keys-sheet.module.css'

const KEYS = [
  {
    about: 'In the run',
    keys: [
      [['→'], 'one message on'],
      [['←'], 'one message back'],
      [['n'], 'the next step of the story'],
      [['Home'], 'to the beginning'],
      [['End'], 'to the end'],
      [['Space'], 'play, and pause'],
    ],
  },
  {
    about: 'On the screen',
    keys: [
      [['1', '…', '9'], 'the panes, in the order of their tabs'],
      [['['], 'fold the story away, and back'],
      [[']'], 'fold the evidence away, and back'],
      [['f'], 'fold this phase of the diagram'],
      [['F'], 'fold all phases but this one, and unfold all'],
    ],
  },
  {
    about: 'Where the focus is',
    keys: [
      [['←', '→'], 'on a tab: the next tab; on a line between panes: move it'],
      [['Enter'], 'on a line between panes: fold the pane, and back'],
      [['Esc'], 'close what lies over the page'],
    ],
  },
  {
    about: 'Elsewhere',
    keys: [
      [['s'], 'share this run'],
      [['/'], 'search'],
      [['?'], 'this list'],
    ],
  },
] as const

// A press beside the sheet closes it, too.
const CLOSED_BY_ANYTHING: object = { closedby: 'any' }

/** Every key that the lab knows. */
export const KeysSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const show = useCallback((dialog: HTMLDialogElement | null) => {
    if (dialog && !dialog.open) dialog.showModal()
  }, [])
  return (
    <dialog
      ref={show}
      className={styles['sheet']}
      aria-labelledby="keys-heading"
      onClose={onClose}
      {...CLOSED_BY_ANYTHING}
    >
      <div className={styles['inner']}>
        <form method="dialog" className={styles['head']}>
          <h2 id="keys-heading" className={styles['heading']}>
            Keys
          </h2>
          <button className={styles['done']}>Done</button>
        </form>
        <p className={styles['note']}>
          They rest while you type. On a touch screen, swipe from pane to pane.
        </p>
        {KEYS.map(({ about, keys }) => (
          <section key={about}>
            <h3 className={styles['about']}>{about}</h3>
            <dl className={styles['keys']}>
              {keys.map(([pressed, does]) => (
                <div key={does} className={styles['row']}>
                  <dt>
                    {pressed.map((key) => (key === '…' ? ' … ' : <kbd key={key}>{key}</kbd>))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
