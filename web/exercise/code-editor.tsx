import { useEffect, useRef, useState } from 'react'
import { Notice } from '../ui/notice.tsx'
import { LONGEST_SOURCE, tooLong } from './asking.ts'
import { openEditor, type Editor } from './code-mirror.ts'
import styles from './code-editor.module.css'

interface CodeEditorProps {
  readonly text: string
  readonly label: string
  readonly onChange: (text: string) => void
}

/** An editor for a few lines of JavaScript. Loads late: whoever uses it puts it into `lazy`. */
export const CodeEditor = ({ text, label, onChange }: CodeEditorProps) => {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(undefined)
  const [refused, setRefused] = useState<number>()
  const latest = useRef({ text, onChange })
  // What was written and has not come back as `text`: by then a newer text may stand there, which an older one must not replace.
  const underWay = useRef<string[]>([])
  useEffect(() => {
    latest.current = { text, onChange }
  })
  useEffect(() => {
    const at = underWay.current.lastIndexOf(text)
    if (at < 0) editor.current?.show(text)
    underWay.current = at < 0 ? [] : underWay.current.slice(at + 1)
  }, [text])
  useEffect(() => {
    const opened = openEditor(host.current!, {
      text: latest.current.text,
      label: `${label}. Tab indents; Escape and then Tab moves on.`,
      longest: LONGEST_SOURCE,
      onChange: (written) => {
        setRefused(undefined)
        underWay.current.push(written)
        latest.current.onChange(written)
      },
      onRefused: setRefused,
    })
    editor.current = opened
    return () => {
      editor.current = undefined
      opened.end()
    }
  }, [label])
  return (
    <div>
      <p className={styles['label']}>
        <b>{label}</b>
        <span className={styles['keys']}>
          <kbd>Tab</kbd> indents; <kbd>Esc</kbd>, then <kbd>Tab</kbd> moves on.
        </span>
      </p>
      <div ref={host} className={styles['editor']} data-editor />
      {refused !== undefined && (
        <Notice title="That was not taken." onDismiss={() => setRefused(undefined)}>
          {tooLong(refused)} What was here before is still here.
        </Notice>
      )}
    </div>
  )
}
