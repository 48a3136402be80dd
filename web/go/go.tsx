import { useEffect, useState } from 'react'
import { shelf } from '../../scenarios/shelf.ts'
import { Typed } from '../ui/fields.tsx'
import { readStepCode, type StepReading } from '../workshop/step-code.ts'
import { Lost, press, TrainerPage } from '../workshop/trainer-page.tsx'
import styles from './go.module.css'

const scenarios = shelf.map(({ id }) => id)
const read = (code: string): StepReading => readStepCode(code, scenarios)

/** Where a code leads that somebody reads out: typed into a field, or in the address. */
export const Go = ({ asked }: { readonly asked: string | undefined }) => (
  <Asking key={asked} asked={asked} />
)

const Asking = ({ asked }: { readonly asked: string | undefined }) => {
  const [text, setText] = useState(asked ?? '')
  const [reading, setReading] = useState(() => (asked === undefined ? undefined : read(asked)))
  useEffect(() => {
    // The way back leads to where somebody came from, and not here again.
    const there = asked === undefined ? undefined : read(asked)
    if (there && 'link' in there) location.replace(`#${there.link}`)
  }, [asked])
  const go = () => {
    const there = read(text)
    if ('link' in there) location.hash = there.link
    else setReading(there)
  }
  const problems = reading && 'problems' in reading ? reading.problems : []
  return (
    <TrainerPage
      title="Go to"
      lede="Type the code from the front of the room. Capitals do not matter, nor do the hyphens."
    >
      <form
        className={styles['go']}
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <Typed
          name="Code"
          value={text}
          stand="G0000-00000-00000"
          wrong={problems.length > 0}
          onType={(next) => {
            setText(next)
            setReading(undefined)
          }}
        />
        <button className={press} disabled={text.trim() === ''}>
          Go
        </button>
      </form>
      <Lost title="This code leads nowhere yet." problems={problems} />
    </TrainerPage>
  )
}
