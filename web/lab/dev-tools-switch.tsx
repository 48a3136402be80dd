import { Notice } from '../ui/notice.tsx'
import type { DevTools } from './use-dev-tools.ts'
import styles from './what-if.module.css'

/** Lets the requests be seen where web developers look for them. */
export const DevToolsSwitch = ({ devTools }: { readonly devTools: DevTools }) => (
  <fieldset className={styles['tools']}>
    <legend className={styles['explanation']}>In your own tools</legend>
    <label className={styles['offer']}>
      <input
        type="checkbox"
        checked={devTools.state !== 'off'}
        disabled={devTools.state === 'starting'}
        onChange={({ currentTarget }) => devTools.turn(currentTarget.checked)}
      />
      <span>Requests show in the browser’s developer tools</span>
    </label>
    <p className={styles['explanation']} aria-live="polite">
      {devTools.problem ??
        'Those that programs and servers send each other directly. What goes through Sam’s browser stays in this page, for a service worker may not look into a redirect. The lab is opened once more for it, at the same place: only that page may ask the lab’s own hosts.'}
    </p>
  </fieldset>
)

/** Says where the requests are seen now, or why they are not. */
export const DevToolsNotice = ({ devTools }: { readonly devTools: DevTools }) =>
  devTools.problem !== undefined ? (
    <Notice title="No service worker here.">{devTools.problem}</Notice>
  ) : (
    devTools.state === 'on' && (
      <Notice title="In your own tools.">
        A service worker answers for the lab’s servers: look into the Network panel, or ask from the
        console with <code>fetch('https://notes.example/mcp')</code>.{' '}
        <button type="button" onClick={() => devTools.turn(false)}>
          Turn it off
        </button>
      </Notice>
    )
  )
