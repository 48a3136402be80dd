import { NEIGHBOUR, OWNER, type BrowserView } from '../../engine/browser.ts'
import styles from './browser-window.module.css'

interface TurnProps {
  readonly view: BrowserView
  /** The message that shows the next page of this run, when there is one. */
  readonly next: number | undefined
  readonly onFill: (fields: Readonly<Record<string, string>>) => void
  readonly onPlay: () => void
  readonly onSelect: (place: number) => void
}

/** Whose turn it is, and what the learner can do about it. */
export const Turn = ({ view, next, onFill, onPlay, onSelect }: TurnProps) => {
  const { asks, again, page, pressed, shownBy, window } = view
  return (
    <div className={styles['turn']}>
      <p aria-live="polite">
        {asks ? <Asked view={view} /> : <Past view={view} />}
        {asks && page?.form && again && (
          <> Sam has been asked before; what you do now counts for this time.</>
        )}
      </p>
      <p className={styles['ways']}>
        {asks && page?.form && (
          <>
            {wantsPassword(view) && (
              <button type="button" onClick={() => onFill(OWNER)}>
                Fill that in
              </button>
            )}
            <button type="button" onClick={onPlay}>
              Let Sam do it
            </button>
          </>
        )}
        {!asks && pressed !== undefined && next !== undefined && (
          <button type="button" onClick={() => onSelect(next)}>
            On to the next page, message {next}
          </button>
        )}
        {!asks &&
          shownBy !== undefined &&
          (pressed !== undefined || window === 'closed') &&
          page?.form && (
            <button type="button" onClick={() => onSelect(shownBy)}>
              Back to message {shownBy}, to answer otherwise
            </button>
          )}
      </p>
    </div>
  )
}

const wantsPassword = ({ page }: BrowserView): boolean =>
  page?.form?.fields.some(({ type }) => type === 'password') ?? false

const Asked = ({ view }: { readonly view: BrowserView }) => {
  if (!view.page?.form) return 'Nothing is asked here. Sam reads it and closes the window.'
  return wantsPassword(view) ? (
    <>
      <b>Your turn: you are Sam.</b> The name is <code>{OWNER.username}</code>, the password{' '}
      <code>{OWNER.password}</code>; <code>{NEIGHBOUR.username}</code> with{' '}
      <code>{NEIGHBOUR.password}</code> is somebody else’s account. Anything else counts as a wrong
      password, and is not kept.
    </>
  ) : (
    <>
      <b>Your turn: you are Sam.</b> Allow it, deny it, or close the window: the handshake goes on
      with what you do.
    </>
  )
}

const Past = ({ view }: { readonly view: BrowserView }) => {
  const { window, page, pressed, shownBy } = view
  if (pressed !== undefined) return <>Sam pressed “{pressed}”.</>
  // What stands there in grey says why.
  return window === 'showing' && page?.form && shownBy === undefined ? (
    <>The page has come. Sam has not been asked yet.</>
  ) : null
}
