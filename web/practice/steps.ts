import type { Course, CoursePage, CourseStep } from '../../scenarios/courses.ts'
import { exerciseCards } from '../../scenarios/exercise-cards.ts'
import { shelf } from '../../scenarios/shelf.ts'
import type { Station } from '../workshop/known.ts'

/** A step of a course or a workshop, as its page and the strip show it. */
export interface Step {
  /** What is done there. */
  readonly does: CourseStep['does']
  /** The scenario, the exercise, or the page; empty for a break. */
  readonly id: string
  readonly title: string
  /** What follows the `#` of its address; empty for a break. */
  readonly path: string
  readonly minutes: number
  readonly say: string
}

const pageTitles: Readonly<Record<CoursePage['page'], string>> = {
  checklist: 'The checklist',
  changes: 'What changed',
  glossary: 'The glossary',
  proof: 'The proof',
}

const titles: ReadonlyMap<string, string> = new Map([
  ...shelf.map(({ id, title }) => [`read ${id}`, title] as const),
  ...Object.values(exerciseCards).map(({ id, title }) => [`solve ${id}`, title] as const),
])

const pathOf = (does: 'read' | 'solve', id: string, seed?: string) =>
  does === 'solve'
    ? `/exercise/${id}`
    : `/lab/${id}${seed === undefined ? '' : `?v=2&seed=${seed}`}`

const shownStep = (
  does: 'read' | 'solve',
  id: string,
  minutes: number,
  say = '',
  seed?: string,
) => ({
  does,
  id,
  title: titles.get(`${does} ${id}`) ?? id,
  path: pathOf(does, id, seed),
  minutes,
  say,
})

/** The steps of a course. */
export const stepsOfCourse = ({ steps }: Course): readonly Step[] =>
  steps.map((step): Step => {
    const { does, minutes, say } = step
    if (does === 'read') return shownStep(does, step.scenario, minutes, say)
    if (does === 'solve') return shownStep(does, step.exercise, minutes, say)
    if (does === 'pause') return { does, id: '', title: 'A break', path: '', minutes, say }
    const { page } = step
    const path = step.page === 'checklist' ? `/checklist/${step.part}` : `/${page}`
    return { does, id: page, title: pageTitles[page], path, minutes, say }
  })

/** The stations of a workshop as steps; its stories begin with its seed. */
export const stepsOfStations = (
  stations: readonly Station[],
  seed: string | undefined,
): readonly Step[] =>
  stations.map(({ kind, id, minutes }) =>
    shownStep(kind === 'exercise' ? 'solve' : 'read', id, minutes, '', seed),
  )

/** Which of the steps are done; a break never is. */
export type Ticks = readonly boolean[]

/** How far somebody is: how many steps of how many, and about how many minutes are left. */
export interface HowFar {
  readonly done: number
  readonly of: number
  readonly minutesLeft: number
  /** The place of the step that comes next; undefined: nothing does. */
  readonly next: number | undefined
}

/** How far somebody is with some steps. */
export const howFar = (steps: readonly Step[], ticks: Ticks): HowFar => {
  const real = steps.filter(({ does }) => does !== 'pause').length
  const last = ticks.lastIndexOf(true)
  const isOpen = ({ does }: Step, at: number) => (does === 'pause' ? at > last : !ticks[at])
  const done = ticks.filter(Boolean).length
  const next = steps.findIndex((step, at) => step.does !== 'pause' && !ticks[at])
  const minutes = steps.filter(isOpen).reduce((sum, step) => sum + step.minutes, 0)
  return {
    done,
    of: real,
    minutesLeft: done === real ? 0 : minutes,
    next: next < 0 ? undefined : next,
  }
}

/** The step that comes after one: the next that is open, else the first that is. */
export const nextAfter = (steps: readonly Step[], ticks: Ticks, at: number): number | undefined => {
  const isOpen = ({ does }: Step, one: number) => does !== 'pause' && !ticks[one]
  const later = steps.findIndex((step, one) => one > at && isOpen(step, one))
  const found = later >= 0 ? later : steps.findIndex((step, one) => one !== at && isOpen(step, one))
  return found < 0 ? undefined : found
}

/** Which step a path is; of two with the same address the first that is not done. */
export const stepAt = (steps: readonly Step[], ticks: Ticks, path: string): number | undefined => {
  const own = (to: string) => to.split('?', 1)[0]!
  const isHere = ({ path: to }: Step) => to !== '' && `${path}/`.startsWith(`${own(to)}/`)
  const open = steps.findIndex((step, at) => isHere(step) && !ticks[at])
  const found = open >= 0 ? open : steps.findIndex(isHere)
  return found < 0 ? undefined : found
}

/** How far somebody is, in words. */
export const inHowManyWords = ({ done, of, minutesLeft }: HowFar): string => {
  if (of === 0) return 'There are no steps'
  if (done === of) return of === 1 ? 'Done' : `All ${of} done`
  const left = minutesLeft === 1 ? 'about a minute left' : `about ${minutesLeft} minutes left`
  return `${done} of ${of} done, ${left}`
}
