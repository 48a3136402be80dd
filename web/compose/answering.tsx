import { useState } from 'react'
import { machineTime, platformRandom } from '../../engine/index.ts'
import { OneOf, Typed } from '../ui/fields.tsx'
import { hiddenBehind, type Answers } from '../workshop/answers.ts'
import { base32 } from '../workshop/base32.ts'
import { MINUTE } from '../workshop/progress.ts'
import { press } from '../workshop/trainer-page.tsx'
import { asField, fromField } from './change.ts'
import styles from './compose.module.css'

const kinds = [
  ['shown', 'at any time'],
  ['after', 'from a moment on'],
  ['word', 'for a word that you say'],
] as const

interface AnsweringProps {
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

/** When learners may look at solutions. */
export const Answering = ({ answers, onChange }: AnsweringProps) => {
  const [waits, setWaits] = useState(false)
  const kind = waits ? 'word' : answers.kind
  const choose = (next: Answers['kind']) => {
    setWaits(next === 'word' && answers.kind !== 'word')
    if (next === 'shown') onChange({ kind: 'shown' })
    if (next === 'after')
      onChange({ kind: 'after', at: Math.ceil(machineTime() / MINUTE + 60) * MINUTE })
  }
  return (
    <>
      <OneOf
        name="Solutions are shown"
        value={kind}
        values={kinds}
        onChoose={choose}
        note={
          kind === 'shown'
            ? undefined
            : 'This hides them from the eye only. They are in the page, and whoever reads its code needs neither your word nor your moment.'
        }
      />
      {kind === 'after' && answers.kind === 'after' && (
        <Typed
          name="Solutions are shown from"
          kind="datetime-local"
          value={asField(answers.at)}
          note="By the clock of each learner’s machine; here you see your own time zone."
          onType={(text) => {
            const at = fromField(text)
            if (at !== undefined) onChange({ kind: 'after', at })
          }}
        />
      )}
      {kind === 'word' && (
        <Word
          isSet={answers.kind === 'word'}
          onWord={(next) => {
            setWaits(false)
            onChange(next)
          }}
        />
      )}
    </>
  )
}

const Word = ({
  isSet,
  onWord,
}: {
  readonly isSet: boolean
  readonly onWord: (answers: Answers) => void
}) => {
  const [word, setWord] = useState('')
  const [agreed, setAgreed] = useState<string>()
  const set = async () => {
    const salt = base32(platformRandom().bytes(5)).toLowerCase()
    onWord(await hiddenBehind(word, salt))
    setAgreed(word.trim())
  }
  const note = agreed
    ? `They wait for “${agreed}”. Capitals and spaces around it do not count. Write it down: the link does not tell it.`
    : isSet
      ? 'They wait for a word. The link does not tell which; a new one takes its place.'
      : 'Until a word is set, solutions are shown at any time.'
  return (
    <form
      className={styles['beside']}
      onSubmit={(event) => {
        event.preventDefault()
        if (word.trim() !== '') void set()
      }}
    >
      <Typed name="The word" value={word} onType={setWord} warns={!isSet} note={note} />
      <button className={press} disabled={word.trim() === ''}>
        Set the word
      </button>
    </form>
  )
}
