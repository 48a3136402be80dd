import { use, useEffect, useState } from 'react'
import { areShown, type Answers } from '../workshop/answers.ts'
import type { Workshop, WorkshopReading } from '../workshop/workshop.ts'
import { openWorkshop } from '../workshop/workshop-link.ts'
import { labKnown } from '../workshop/lab-known.ts'
import { isWorkshop, useUnderWay } from './under-way.ts'

/** What the workshop that is under way lets learners do; outside of one, everything. */
export interface WorkshopNow {
  readonly workshop: Workshop | undefined
  /** Which store of a learner’s deeds is meant: for `useLearner` and `learnerIn`. */
  readonly learner: string
  /** What begins the worlds in which a missing check is sought, one for each seat; undefined: each page has its own. */
  readonly seatSeed: string | undefined
  readonly hintsAllowed: boolean
  readonly solutionsAllowed: boolean
}

const ALONE: WorkshopNow = {
  workshop: undefined,
  learner: '',
  seatSeed: undefined,
  hintsAllowed: true,
  solutionsAllowed: true,
}

const NOTHING: Promise<WorkshopReading | undefined> = Promise.resolve(undefined)
const readings = new Map<string, Promise<WorkshopReading>>()

/** Reads the link of a workshop, by what follows `/workshop?`; once, for it may be long. */
export const workshopIn = (query: string): Promise<WorkshopReading> => {
  const reading = readings.get(query) ?? openWorkshop(query, labKnown)
  readings.set(query, reading)
  return reading
}

/** The query in the path of a workshop. */
export const queryOf = (path: string): string => path.slice(path.indexOf('?') + 1)

/** The seed of one seat, so that neighbours search different worlds. */
export const seedOfSeat = (seed: string | undefined, seat: number | undefined) =>
  seed === undefined || seat === undefined ? seed : `${seed}-${seat}`

/** What holds in this tab now. It waits until the link is read. */
export const useWorkshopNow = (): WorkshopNow => {
  const underWay = useUnderWay()
  const query = underWay && isWorkshop(underWay) ? queryOf(underWay.path) : undefined
  const reading = use(query === undefined ? NOTHING : workshopIn(query))
  const workshop = reading?.workshop
  const shown = useShown(workshop?.answers, underWay?.wordSaid === true)
  if (!workshop) return ALONE
  const { seed, hints } = workshop
  return {
    workshop,
    learner: seed ?? '',
    seatSeed: seedOfSeat(seed, underWay?.seat),
    hintsAllowed: hints,
    solutionsAllowed: shown,
  }
}

/** No timer of a browser takes longer, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1

/** Whether solutions are shown, from the moment on at which they are. */
const useShown = (answers: Answers | undefined, wordSaid: boolean): boolean => {
  const [now, setNow] = useState(() => Date.now())
  const at = answers?.kind === 'after' ? answers.at : undefined
  useEffect(() => {
    if (at === undefined) return undefined
    const wait = Math.min(Math.max(0, at - Date.now()), LONGEST_WAIT)
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [at])
  return answers === undefined || areShown(answers, now, wordSaid)
}
