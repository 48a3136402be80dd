import { useState } from 'react'
import { exerciseShelf } from '../../scenarios/exercise-shelf.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useLongPaste } from '../ui/long-paste.tsx'
import { save } from '../ui/save.ts'
import { readEither } from '../workshop/learners.ts'
import { progressCode } from '../workshop/progress-code.ts'
import { LONGEST_FILE, progressFile } from '../workshop/progress-file.ts'
import type { LearnerProgress } from '../workshop/progress.ts'
import { learnerIn } from './learner.ts'
import styles from './you.module.css'

const ids = exerciseShelf.map(({ id }) => id)

interface Told {
  readonly title: string
  readonly sentences: readonly string[]
}

/** Takes what was brought to what is known, and says what came of it. */
const take = (text: string, from: string): Told => {
  const { progress, problems } = readEither(text, ids)
  if (!progress) return { title: `${from} was not taken.`, sentences: problems }
  learnerIn().take(progress)
  const count = progress.attempts.length
  return {
    title: `${from} was taken: ${count} ${count === 1 ? 'exercise' : 'exercises'}.`,
    sentences: problems,
  }
}

/** What was done, as a file and as a code, and the way back for both. */
export const Carry = ({ progress }: { readonly progress: LearnerProgress }) => {
  const [code, setCode] = useState('')
  const [told, tell] = useState<Told>()
  const { onPaste, notice } = useLongPaste()
  const own = progressCode(progress, ids)
  const readFile = async (file: File | undefined) => {
    if (!file) return
    if (file.size > LONGEST_FILE * 4) {
      tell({ title: 'The file was not taken.', sentences: [`${file.name} is far too large.`] })
      return
    }
    try {
      tell(take(await file.text(), 'The file'))
    } catch {
      tell({ title: 'The file was not taken.', sentences: ['The browser could not read it.'] })
    }
  }
  return (
    <div className={styles['carry']}>
      <h3>Take it with you</h3>
      <p className={styles['ways']}>
        <button
          type="button"
          onClick={() =>
            save(
              new Blob([progressFile(progress)], { type: 'application/json' }),
              'handshake-lab-progress.json',
            )
          }
        >
          Save as a file
        </button>
        <CopyButton text={own}>Copy the code</CopyButton>
      </p>
      <details className={styles['code']}>
        <summary>Show the code, to write it down or read it out</summary>
        <code>{own}</code>
      </details>
      <h3>Bring it back</h3>
      <form
        className={styles['back']}
        onSubmit={(event) => {
          event.preventDefault()
          const came = take(code, 'The code')
          tell(came)
        }}
      >
        <label>
          A code
          <textarea
            rows={2}
            value={code}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onPaste={onPaste}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </label>
        {notice}
        <button type="submit">Take the code</button>
        <label>
          Or a file
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              void readFile(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
      </form>
      <div aria-live="polite">
        {told && (
          <div className={styles['told']}>
            <b>{told.title}</b>
            {told.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
