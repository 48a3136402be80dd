import { useState, type ReactNode } from 'react'
import { writableCheck, type Verdict, type WriteExercise } from '../../engine/written.ts'
import { RichText } from '../text/rich-text.tsx'
import { Later } from '../ui/later.tsx'
import { lazy } from '../ui/lazy.tsx'
import { useJudging } from './use-judging.ts'
import { WrittenVerdict } from './written-verdict.tsx'
import styles from './written-check.module.css'

const CodeEditor = lazy(() =>
  import('./code-editor.tsx').then(({ CodeEditor: it }) => ({ default: it })),
)

interface WrittenCheckProps {
  readonly exercise: WriteExercise
  /** What was written before; left out: what the exercise begins with. */
  readonly before?: string
  /** Hears every text, to keep it. */
  readonly onChange?: (text: string) => void
  readonly onVerdict?: (verdict: Verdict) => void
  /** What a check that is right brings besides. */
  readonly brings?: ReactNode
}

/** Where a check is written and run: what it is given, the editor, and what came of it. */
export const WrittenCheck = (props: WrittenCheckProps) => {
  const { exercise, before, onChange, onVerdict, brings } = props
  const [text, setText] = useState(before ?? exercise.starter)
  const [replaced, setReplaced] = useState<string>()
  const { judging, start, stop } = useJudging(exercise, onVerdict)
  const running = judging.state === 'running'
  const write = (written: string) => {
    setText(written)
    onChange?.(written)
  }
  const reset = () => {
    setReplaced(text)
    write(exercise.starter)
  }
  const undo = () => {
    write(replaced!)
    setReplaced(undefined)
  }
  return (
    <div className={styles['check']}>
      <Parameters exercise={exercise} />
      <Later name="The editor" meanwhile={<pre className={styles['meanwhile']}>{text}</pre>}>
        <CodeEditor text={text} label="Your check" onChange={write} />
      </Later>
      <div className={styles['ways']}>
        <button
          type="button"
          className={styles['run']}
          onClick={running ? stop : () => start(text)}
        >
          {running ? 'Stop' : 'Run it'}
        </button>
        {replaced !== undefined && text === exercise.starter ? (
          <button type="button" onClick={undo}>
            Undo: bring back what I wrote
          </button>
        ) : (
          <button type="button" aria-disabled={text === exercise.starter} onClick={reset}>
            Begin again
          </button>
        )}
      </div>
      <div aria-live="polite">
        {running && (
          <p className={styles['progress']}>
            Run {judging.done + 1} of {judging.total} …
          </p>
        )}
        {judging.verdict && <WrittenVerdict verdict={judging.verdict} brings={brings} />}
      </div>
    </div>
  )
}

const Parameters = ({ exercise }: Pick<WrittenCheckProps, 'exercise'>) => (
  <dl className={styles['parameters']}>
    {writableCheck(exercise.check).parameters.map(({ name, says }) => (
      <div key={name}>
        <dt>
          <code>{name}</code>
        </dt>
        <dd>
          <RichText text={says} />
        </dd>
      </div>
    ))}
  </dl>
)
