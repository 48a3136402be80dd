import { useEffect, useState } from 'react'
import { fileTaker } from '../ui/files-taken.ts'
import { Notice } from '../ui/notice.tsx'
import { readFile } from './read-file.ts'
import styles from './drop.module.css'

/** What is said of a file that was taken. */
interface Said {
  readonly title: string
  readonly text: string
}

const shortName = ({ name }: File): string =>
  name.length > 60 ? `${name.slice(0, 30)}…${name.slice(-25)}` : name

const said = async ([file, ...others]: readonly File[]): Promise<Said | { hash: string }> => {
  if (!file) return { title: 'No file came.', text: 'What was let go here is none.' }
  const name = `“${shortName(file)}”`
  const read = await readFile(file)
  if ('problem' in read) return { title: `${name} opens no run.`, text: read.problem }
  if (location.hash === `#${read.hash}`)
    return { title: `${name} is the run that is open.`, text: '' }
  if (others.length === 0) return read
  return {
    ...read,
    title: `${name} was opened.`,
    text: `Of ${others.length + 1} files it is the first.`,
  }
}

interface TakenProps {
  /** Whether something is held over the page. */
  readonly over: boolean
  /** What was let go over it, or chosen. */
  readonly files: readonly File[] | undefined
  readonly onDone: () => void
}

/** What becomes of files: where they may be let go, and why one opens no run. */
export const Taken = ({ over, files, onDone }: TakenProps) => {
  const [says, setSays] = useState<{ readonly of: readonly File[]; readonly it: Said }>()
  useEffect(() => {
    let wanted = true
    void (files && said(files))?.then((it) => {
      if (!wanted) return
      if ('hash' in it) location.hash = it.hash
      if ('title' in it) setSays({ of: files, it })
      else onDone()
    })
    return () => {
      wanted = false
    }
  }, [files, onDone])
  return (
    <>
      {over && (
        <div ref={onTop} popover="manual" className={styles['target']}>
          <p className={styles['words']}>
            {fileTaker()?.says ?? 'Let it go: the run in it opens here.'}
          </p>
        </div>
      )}
      {says && says.of === files && (
        <div ref={onTop} popover="manual" role="alert" className={styles['said']}>
          <Notice title={says.it.title} onDismiss={onDone}>
            <Sentence text={says.it.text} />
          </Notice>
        </div>
      )}
    </>
  )
}

/** A sentence with `code` in it. */
const Sentence = ({ text }: { readonly text: string }) =>
  text
    .split('`')
    .map((piece, index) =>
      index % 2 === 1 ? <code key={`${index} ${piece}`}>{piece}</code> : piece,
    )

/** Over everything else, a dialog too. */
const onTop = (element: HTMLElement | null): void => element?.showPopover()
