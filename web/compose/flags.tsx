import { useEffect, useState } from 'react'
import { platformRandom } from '../../engine/index.ts'
import { OnOff, Typed } from '../ui/fields.tsx'
import { base32 } from '../workshop/base32.ts'
import { ABOUT_FLAGS, workshopKey } from '../workshop/flags.ts'
import { press } from '../workshop/trainer-page.tsx'
import type { Workshop } from '../workshop/workshop.ts'
import styles from './compose.module.css'

interface FlagsProps {
  readonly workshop: Workshop
  readonly onChange: (part: Pick<Workshop, 'flagKey'>) => void
}

/** Whether solved exercises show a flag, and the key from which the flags are made. */
export const Flags = ({ workshop: { seed, flagKey }, onChange }: FlagsProps) => {
  const [wanted, setWanted] = useState(false)
  const [key, setKey] = useState('')
  const on = wanted || flagKey !== undefined
  useEffect(() => {
    if (!on || key.trim() === '' || seed === undefined) return undefined
    let gone = false
    void workshopKey(key, seed).then(
      (made) => gone || made === flagKey || onChange({ flagKey: made }),
    )
    return () => void (gone = true)
  }, [on, key, seed, flagKey, onChange])
  const turn = (next: boolean) => {
    setWanted(next)
    if (!next) onChange({ flagKey: undefined })
  }
  return (
    <>
      <OnOff
        name="Show a flag for each exercise that is solved"
        note={ABOUT_FLAGS}
        on={on}
        onTurn={turn}
      />
      {on && (
        <div className={styles['beside']}>
          <Typed
            name="Your own key: any text, and only yours"
            value={key}
            onType={setKey}
            warns={flagKey === undefined}
            note={noteOn(key, seed, flagKey)}
          />
          <button
            type="button"
            className={press}
            onClick={() => setKey(base32(platformRandom().bytes(16)).toLowerCase())}
          >
            Make one
          </button>
        </div>
      )}
    </>
  )
}

const noteOn = (key: string, seed: string | undefined, flagKey: string | undefined) => {
  if (seed === undefined)
    return 'Flags are made from your key and the seed: give the workshop a seed.'
  if (flagKey === undefined) return 'No flags yet: type a key, or have one made.'
  return key.trim() === ''
    ? 'The link has the key of this workshop’s flags. Yours is not in it; type it again to have the flags follow another seed.'
    : 'Keep it: with the same key and the same seed the flags come out the same. It is in no link, and this page forgets it.'
}
