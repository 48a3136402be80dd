import { useEffect, useMemo, useRef, useState } from 'react'
import { Lines } from '../ui/fields.tsx'
import { takeFiles } from '../ui/files-taken.ts'
import { save } from '../ui/save.ts'
import { classCsv, stuckAt } from '../workshop/class-table.ts'
import { exercisesOf, type Station } from '../workshop/known.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { readClass, type ClassReading, type HandedIn } from '../workshop/learners.ts'
import { LinkField } from '../workshop/link-field.tsx'
import { Lost, press, TrainerPage } from '../workshop/trainer-page.tsx'
import { useWorkshop } from '../workshop/use-workshop.ts'
import { linesOf, readFiles } from './handed.ts'
import { Stuck } from './stuck.tsx'
import { Table } from './table.tsx'
import styles from './class.module.css'

const all = labKnown.exercises.map(({ id }) => id)

/** Where a trainer puts together what the learners of a class hand in. None of it leaves the page, and none of it is kept. */
export const Class = () => {
  const here = useWorkshop()
  const [codes, setCodes] = useState('')
  const { brought, problems, take, clear } = useFiles()
  const named = useMemo(() => namedIn(here?.workshop.stations ?? []), [here])
  const exercises = here?.query ? named : all
  const reading = useMemo(
    () => readClass([...brought, ...linesOf(codes)], exercises),
    [brought, codes, exercises],
  )
  return (
    <TrainerPage
      title="A class"
      lede="Learners hand in a file or a code; here they become one table. Nothing leaves this page, and nothing is kept when it is closed, unless you save it."
    >
      <div className={styles['given']}>
        <section className={styles['group']} aria-label="Which exercises">
          <h2>Which exercises</h2>
          <Which query={here?.query} title={here?.workshop.title} count={exercises.length} />
          <LinkField name="The link of the workshop" path="/class" />
        </section>
        <section className={styles['group']} aria-label="What was handed in">
          <h2>What was handed in</h2>
          <FilesGiven count={brought.length} onFiles={take} onClear={clear} />
          <Lines
            name="Codes, one a line"
            rows={5}
            value={codes}
            stand="P0000-00000-…"
            onType={setCodes}
          />
        </section>
      </div>
      <Lost
        title="Some of the link could not be used. The rest is here."
        problems={here?.problems ?? []}
      />
      <Lost
        title="To look at. Everything else was read."
        problems={[...problems, ...reading.notes]}
      />
      <Known reading={reading} exercises={exercises} />
      <p className={styles['worth']}>
        What a browser checks can be cheated: a learner who wants to can write such a file or code
        without solving anything. The table shows where a room is stuck. It is no examination.
      </p>
    </TrainerPage>
  )
}

const namedIn = (stations: readonly Station[]): readonly string[] => exercisesOf(stations)

/** The files that were let go over the page or chosen. */
const useFiles = () => {
  const [brought, setBrought] = useState<readonly HandedIn[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const [take] = useState(() => (files: readonly File[]) => {
    void readFiles(files).then((read) => {
      setBrought((before) => [...before, ...read.handedIn])
      setProblems((before) => [...before, ...read.problems])
    })
  })
  useEffect(
    () => takeFiles({ says: 'Let them go: the learners in them join the table.', take }),
    [take],
  )
  const clear = () => {
    setBrought([])
    setProblems([])
  }
  return { brought, problems, take, clear }
}

interface WhichProps {
  readonly query: string | undefined
  readonly title: string | undefined
  readonly count: number
}

const Which = ({ query, title, count }: WhichProps) => {
  if (query === undefined) return null
  if (query === '')
    return (
      <p>
        All {count} of the lab. Learners of a workshop count by its own list: paste its link, or
        their codes cannot be read.
      </p>
    )
  if (count === 0)
    return (
      <p>
        {title ? `“${title}”` : 'This workshop'} has no exercises, so there is nothing to hand in.{' '}
        <a href="#/class">Take all of the lab instead.</a>
      </p>
    )
  return (
    <p>
      {count === 1 ? 'The one exercise' : `The ${count} exercises`} of{' '}
      {title ? `“${title}”` : 'a workshop'}. <a href="#/class">Take all of the lab instead.</a>
    </p>
  )
}

interface FilesGivenProps {
  readonly count: number
  readonly onFiles: (files: readonly File[]) => void
  readonly onClear: () => void
}

const FilesGiven = ({ count, onFiles, onClear }: FilesGivenProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <p className={styles['files']}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of learners"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <button type="button" className={press} onClick={() => input.current?.click()}>
        Choose files …
      </button>{' '}
      or let them go anywhere on this page.{' '}
      {count > 0 && (count === 1 ? 'One was read.' : `${count} were read.`)}{' '}
      {count > 0 && (
        <button type="button" className={styles['plain']} onClick={onClear}>
          Put the files away
        </button>
      )}
    </p>
  )
}

interface KnownProps {
  readonly reading: ClassReading
  readonly exercises: readonly string[]
}

const Known = ({ reading: { learners }, exercises }: KnownProps) => {
  if (learners.length === 0) return <p className={styles['none']}>No learner yet.</p>
  const saveTable = () =>
    save(
      new Blob([classCsv(learners, exercises)], { type: 'text/csv;charset=utf-8' }),
      'handshake-lab-class.csv',
    )
  return (
    <>
      <Stuck tallies={stuckAt(learners, exercises)} of={learners.length} />
      <Table learners={learners} exercises={exercises} />
      <p>
        <button type="button" className={press} onClick={saveTable}>
          Save as CSV
        </button>
      </p>
    </>
  )
}
