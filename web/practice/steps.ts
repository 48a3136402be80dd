import { courseWithId, type CourseStep } from '../../scenarios/courses.ts'
import { exerciseCards } from '../../scenarios/exercise-cards.ts'
import { shelf } from '../../scenarios/shelf.ts'
import type { Station } from '../workshop/known.ts'
import { idOfPage, labPage } from '../workshop/lab-pages.ts'

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
  /** Whether its course can do without it. */
  readonly spare?: boolean
}

const titles: ReadonlyMap<string, string> = new Map([
  ...shelf.map(({ id, title }) => [`read ${id}`, title] as const),
  ...Object.values(exerciseCards).map(({ id, title }) => [`solve ${id}`, title] as const),
])

const titleOf = (does: 'read' | 'solve', id: string) => titles.get(`${does} ${id}`) ?? id

/** The steps of a course. */
export const stepsOfCourse = ({
  steps,
}: {
  readonly steps: readonly CourseStep[]
}): readonly Step[] =>
  steps.map((step) => ({ ...stepOf(step), ...(step.spare && { spare: true }) }))

const stepOf = (step: CourseStep): Step => {
  const { does, minutes, say } = step
  if (does === 'read' || does === 'solve') {
    const id = does === 'read' ? step.scenario : step.exercise
    const path = does === 'read' ? `/lab/${id}` : `/exercise/${id}`
    return { does, id, title: titleOf(does, id), path, minutes, say }
  }
  return step.does === 'open' ? pageStep(idOfPage(step), minutes, say) : pauseStep(minutes, say)
}

const pageStep = (id: string, minutes: number, say: string): Step => {
  const page = labPage(id)
  return { does: 'open', id, title: page?.title ?? id, path: page?.path ?? '', minutes, say }
}

const pauseStep = (minutes: number, say: string): Step => ({
  does: 'pause',
  id: '',
  title: 'Break',
  path: '',
  minutes,
  say,
})

/** The stations of a workshop as steps; their addresses carry its seed and its rules. */
export const stepsOfStations = (stations: readonly Station[], rules: Rules = {}): readonly Step[] =>
  stations.map(({ kind, id, minutes }): Step => {
    if (kind === 'pause') return pauseStep(minutes, '')
    if (kind === 'page') return pageStep(id, minutes, saidOf(rules.course, 'open', id))
    const does = kind === 'exercise' ? 'solve' : 'read'
    const path =
      does === 'read' ? `/lab/${id}${storyQuery(rules)}` : `/exercise/${id}${exerciseQuery(rules)}`
    const say = saidOf(rules.course, does, id)
    return { does, id, title: titleOf(does, id), path, minutes, say }
  })

/** What a course says before a step of its own. */
const saidOf = (course: string | undefined, does: Step['does'], id: string): string => {
  const own = stepsOfCourse(courseWithId(course ?? '') ?? { steps: [] })
  return own.find((step) => step.does === does && step.id === id)?.say ?? ''
}

/** What a workshop says of its steps. */
export interface Rules {
  /** The seed of all its learners; which seat somebody has, no address says. */
  readonly learner?: string | undefined
  readonly hintsAllowed?: boolean
  readonly solutionsAllowed?: boolean
  /** The course that it follows, whose words come before its steps. */
  readonly course?: string | undefined
}

const storyQuery = ({ learner }: Rules) => (learner ? `?v=2&seed=${learner}` : '')

const exerciseQuery = ({ learner, hintsAllowed = true, solutionsAllowed = true }: Rules) => {
  const parts = [
    ...(learner ? [`seed=${learner}`] : []),
    ...(hintsAllowed ? [] : ['hints=off']),
    ...(solutionsAllowed ? [] : ['solution=off']),
  ]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

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

/** The number of a step among those that are done; a break is not. */
export const numberOf = (steps: readonly Step[], at: number): number =>
  steps.slice(0, at + 1).filter(({ does }) => does !== 'pause').length

/** How many minutes of breaks there are between two steps. */
export const pauseBetween = (steps: readonly Step[], from: number, to: number): number =>
  steps
    .slice(from, to)
    .filter(({ does }) => does === 'pause')
    .reduce((sum, { minutes }) => sum + minutes, 0)

/** How far somebody is, in words. */
export const inHowManyWords = ({ done, of, minutesLeft }: HowFar): string => {
  if (of === 0) return 'There is nothing to do'
  if (done === of) return of === 1 ? 'Done' : `All ${of} done`
  const left = minutesLeft === 1 ? 'about a minute left' : `about ${minutesLeft} minutes left`
  return `${done} of ${of} done, ${left}`
}
