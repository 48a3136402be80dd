import { useState } from 'react'
import { press } from '../workshop/trainer-page.tsx'
import { needs, type Tried } from './room.ts'
import styles from './room-check.module.css'

/** Tries in this browser what a room needs, and says what will not work. */
export const RoomCheck = () => {
  const [tried, setTried] = useState<Readonly<Record<string, Tried>>>({})
  const [state, setState] = useState<'idle' | 'trying' | 'done'>('idle')
  const attempt = async () => {
    setState('trying')
    setTried({})
    for (const { id, attempt: once } of needs) {
      // One after the other: a room has slow machines.
      const came = await once().catch((error: unknown) => ({
        works: false,
        says: `It failed: ${error instanceof Error ? error.message : String(error)}.`,
      }))
      setTried((before) => ({ ...before, [id]: came }))
    }
    setState('done')
  }
  const wrong = needs.filter(({ id }) => tried[id]?.works === false)
  return (
    <>
      <p>
        <button
          type="button"
          className={press}
          disabled={state === 'trying'}
          onClick={() => void attempt()}
        >
          Try it in this browser
        </button>
      </p>
      <p aria-live="polite">
        {state === 'trying' && 'Trying …'}
        {state === 'done' &&
          (wrong.length === 0
            ? 'Everything works here.'
            : `${wrong.length} of ${needs.length} will not work here: ${wrong.map(({ name }) => name.toLowerCase()).join(', ')}.`)}
      </p>
      {state !== 'idle' && (
        <dl className={styles['needs']}>
          {needs.map(({ id, name }) => {
            const came = tried[id]
            return (
              <div key={id} data-works={came?.works}>
                <dt>
                  <span aria-hidden="true">{came ? (came.works ? '✓' : '×') : '…'}</span> {name}
                </dt>
                <dd>
                  {came && (
                    <span className="visually-hidden">{came.works ? 'works:' : 'fails:'} </span>
                  )}
                  {came?.says}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </>
  )
}
