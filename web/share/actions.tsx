import { useState } from 'react'
import type { Form } from './forms.ts'
import { copy, save } from '../ui/save.ts'
import type { Made } from './use-made.ts'
import styles from './sheet.module.css'

interface ActionsProps {
  readonly form: Form
  readonly made: Made | 'none' | 'failed' | undefined
  readonly scenario: string
  readonly place: number
}

/** Takes the chosen form along: on the clipboard, or as a file. */
export const Actions = ({ form, made, scenario, place }: ActionsProps) => {
  const [said, setSaid] = useState<{ readonly of: Made; readonly words: string }>()
  const there = typeof made === 'object' ? made : undefined
  const { file } = form
  const name = `${scenario}${form.name === 'curl' ? `-${place}` : ''}.${file?.ending}`
  const onCopy = async () => {
    if (!there) return
    const done = await copy(there.png ?? there.text)
    setSaid({
      of: there,
      words: done
        ? 'Copied.'
        : file
          ? 'The browser does not let this page copy. Save it as a file.'
          : 'The browser does not let this page copy. Select the text and press Ctrl+C.',
    })
  }
  const onSave = () => {
    if (!there || !file) return
    save(there.png ?? new Blob([there.text], { type: file.type }), name)
    setSaid({ of: there, words: `Saved as ${name}.` })
  }
  return (
    <div className={styles['actions']}>
      <button
        type="button"
        className={styles['copy']}
        disabled={!there}
        onClick={() => void onCopy()}
      >
        Copy
      </button>
      {file && (
        <button type="button" disabled={!there} onClick={onSave}>
          Save as {file.ending === 'txt' ? 'text' : file.ending.toUpperCase()}
        </button>
      )}
      <output className={styles['said']}>
        {said !== undefined && said.of === there ? said.words : ''}
      </output>
    </div>
  )
}
