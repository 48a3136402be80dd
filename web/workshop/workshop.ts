import { fewProblems, linkParts, type LinkForm } from '../../engine/index.ts'
import { formatAnswers, formatMoment, parseAnswers, parseMoment, type Answers } from './answers.ts'
import { FLAG_KEY } from './flags.ts'
import type { Known, Station } from './known.ts'
import { formatStations, parseStations } from './stations.ts'
import { isVisible, quoted, visible } from './text.ts'

/** A workshop as a trainer made it. */
export interface Workshop {
  readonly title: string
  /** The course it follows, where it follows one. */
  readonly course: string | undefined
  readonly stations: readonly Station[]
  readonly hints: boolean
  readonly answers: Answers
  readonly teams: readonly string[]
  /** What the runs of all learners begin with, and what the workshop is told from others by. */
  readonly seed: string | undefined
  /** When it begins, in milliseconds since 1970, to the minute. */
  readonly begins: number | undefined
  /** What its flags are made from; see flags.ts for what that does not keep from whom. */
  readonly flagKey: string | undefined
}

/** What came of a link: a workshop that opens in any case, and one sentence for each part that could not be used. */
export interface WorkshopReading {
  readonly workshop: Workshop
  readonly problems: readonly string[]
}

/** The version of workshop links that this lab writes. */
export const WORKSHOP_VERSION = '1'
/** A workshop has no more teams. */
export const MOST_TEAMS = 60
/** A title has no more letters. */
export const LONGEST_TITLE = 120
/** A longer link is not read. */
export const LONGEST_QUERY = 100_000

const SEED = /^[A-Za-z0-9_-]{1,64}$/
const FORM: LinkForm = {
  versions: [WORKSHOP_VERSION],
  parts: new Set('v title course steps hints answers team seed begins key z'.split(' ')),
  lists: new Set(['team']),
}

/** A workshop of nothing, to begin with. */
export const emptyWorkshop: Workshop = {
  title: '',
  course: undefined,
  stations: [],
  hints: true,
  answers: { kind: 'shown' },
  teams: [],
  seed: undefined,
  begins: undefined,
  flagKey: undefined,
}

/** A workshop as what follows `/workshop?` in its link, unpacked: `v=1&title=…&steps=e.spot-it.8~s.mix-up.12&hints=off`. */
export const formatWorkshop = (workshop: Workshop, known: Known): string => {
  const { title, course, stations, seed, begins, flagKey } = workshop
  const own = known.courses.find(({ id }) => id === course)?.stations
  const steps = formatStations(stations)
  const answers = formatAnswers(workshop.answers)
  return [
    `v=${WORKSHOP_VERSION}`,
    ...(title === '' ? [] : [`title=${encodeURIComponent(title)}`]),
    ...(course === undefined ? [] : [`course=${course}`]),
    ...(steps === formatStations(own ?? []) ? [] : [`steps=${steps || 'none'}`]),
    ...(workshop.hints ? [] : ['hints=off']),
    ...(answers === undefined ? [] : [`answers=${answers}`]),
    ...workshop.teams.map((team) => `team=${encodeURIComponent(team)}`),
    ...(seed === undefined ? [] : [`seed=${seed}`]),
    ...(begins === undefined ? [] : [`begins=${formatMoment(begins)}`]),
    ...(flagKey === undefined ? [] : [`key=${flagKey}`]),
  ].join('&')
}

/** Reads the text of a workshop. Never throws; what is broken or unknown is named, and the rest opens. */
export const parseWorkshop = (query: string, known: Known): WorkshopReading => {
  if (query.length > LONGEST_QUERY) {
    const most = LONGEST_QUERY.toLocaleString('en')
    return {
      workshop: emptyWorkshop,
      problems: [`The link is longer than ${most} characters, and was not read.`],
    }
  }
  const { given, problems, part } = linkParts(query, FORM)
  const title = part(
    'title',
    (text) => (isVisible(text, LONGEST_TITLE) ? text : undefined),
    () => titleTrouble,
  )
  const course = part(
    'course',
    (text) => known.courses.find(({ id }) => id === text),
    (text) => `The course ${quoted(text)} is none that this lab has.`,
  )
  const hints = part(
    'hints',
    (text) => (text === 'on' || text === 'off' ? text : undefined),
    (text) => `The hints are ${quoted(text)}, and can only be on or off. They are on.`,
  )
  const answers = part(
    'answers',
    parseAnswers,
    (text) =>
      `When solutions are shown, ${quoted(text)}, is neither a moment such as 2026-11-29T14:30Z nor a trainer’s word. They stay hidden.`,
  )
  const seed = part(
    'seed',
    (text) => (SEED.test(text) ? text : undefined),
    (text) => `The seed ${quoted(text)} is not made of 1 to 64 letters, digits, “-” and “_”.`,
  )
  const begins = part(
    'begins',
    parseMoment,
    (text) => `The beginning ${quoted(text)} is no moment such as 2026-11-29T14:30Z.`,
  )
  const flagKey = part(
    'key',
    (text) => (FLAG_KEY.test(text) ? text : undefined),
    () => 'The key of the flags is not as this lab writes it, so no flags are shown.',
  )
  const steps = given.get('steps')
  const workshop: Workshop = {
    title: title ?? visible(given.get('title') ?? '', LONGEST_TITLE),
    course: course?.id,
    stations: steps === null ? (course?.stations ?? []) : parseStations(steps, known, problems),
    hints: hints !== 'off',
    answers: answers ?? (given.has('answers') ? NEVER : emptyWorkshop.answers),
    teams: parseTeams(given.getAll('team'), problems),
    seed,
    begins,
    flagKey,
  }
  return { workshop, problems: fewProblems(problems) }
}

const titleTrouble = `The title is empty, longer than ${LONGEST_TITLE} letters, or has some in it that cannot be seen: what can be shown of it is.`

// What a broken link meant to hide stays hidden: no word has this digest that anybody could type.
const NEVER: Answers = { kind: 'word', salt: '00000000', digest: '0000000000000000' }

const parseTeams = (names: readonly string[], problems: string[]): readonly string[] => {
  const teams = new Set<string>()
  for (const name of names.slice(0, MOST_TEAMS)) {
    const team = visible(name)
    if (team !== name)
      problems.push(
        `The team ${quoted(name)} is empty, too long, or has letters in it that cannot be seen.`,
      )
    else if (teams.has(team)) problems.push(`The team ${quoted(name)} stands there twice.`)
    if (team !== '') teams.add(team)
  }
  if (names.length > MOST_TEAMS) problems.push(`Only the first ${MOST_TEAMS} teams were read.`)
  return [...teams]
}
