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
        (devTools.state === 'on' ? (
          <>
            A service worker answers for Auth and Notes now: look into the Network panel, or ask
            from the console with <code>fetch('https://notes.example/mcp')</code>.
          </>
        ) : (
          'Those that Quill, Auth and Notes send each other directly. What goes through Sam’s browser stays in this page, for a service worker may not look into a redirect.'
        ))}
    </p>
  </fieldset>
)
