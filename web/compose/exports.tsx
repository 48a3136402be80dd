import { useState } from 'react'
import { Notice } from '../ui/notice.tsx'
import { save } from '../ui/save.ts'
import { press } from '../workshop/trainer-page.tsx'
import type { Workshop } from '../workshop/workshop.ts'
import { ctfdFile, idOf, scormFile, type FileMade } from './files.ts'
import styles from './exports.module.css'

interface ExportsProps {
  readonly workshop: Workshop
  /** What follows the `#`, and the whole address. */
  readonly link: string
  readonly address: string
}

/** The workshop for other systems: challenges for CTFd, a package for an LMS. */
export const Exports = ({ workshop, link, address }: ExportsProps) => {
  const [said, setSaid] = useState<string>()
  const [busy, setBusy] = useState(false)
  const make = async (made: () => Promise<FileMade>, name: string) => {
    setBusy(true)
    setSaid(undefined)
    try {
      const it = await made()
      if ('file' in it) {
        save(it.file, name)
        setSaid(`${name} was saved.`)
      } else setSaid(it.problem)
    } catch (error) {
      setSaid(`${name} could not be made: ${error instanceof Error ? error.message : 'unknown'}.`)
    } finally {
      setBusy(false)
    }
  }
  const id = idOf(workshop)
  return (
    <div className={styles['exports']}>
      <h3>For other systems</h3>
      <p>
        <button
          type="button"
          className={press}
          disabled={busy}
          onClick={() => void make(() => ctfdFile(workshop, address), `${id}-ctfd.csv`)}
        >
          CTFd, as CSV
        </button>
        <small>
          Each exercise as a challenge with its flag and its hints. Levels give 100, 200 and 300
          points, hints cost 10, 25 and 50. They come in hidden.
        </small>
      </p>
      <p>
        <button
          type="button"
          className={press}
          disabled={busy}
          onClick={() => void make(() => scormFile(workshop, link), `${id}-scorm.zip`)}
        >
          An LMS, as SCORM 1.2
        </button>
        <small>
          The whole lab and this workshop in one package, which reports how far somebody is.
        </small>
      </p>
      <div aria-live="polite">
        {busy && <p>Making it …</p>}
        {said !== undefined && (
          <Notice title="" onDismiss={() => setSaid(undefined)}>
            {said}
          </Notice>
        )}
      </div>
    </div>
  )
}
