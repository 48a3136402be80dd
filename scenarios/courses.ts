import { attackLadder } from './courses/attack-ladder.ts'
import { defendersPath } from './courses/defenders-path.ts'
import { firstContactCourse } from './courses/first-contact.ts'
import type { Course } from './courses/step.ts'

export type { Closing, Course, CoursePage, CourseStep } from './courses/step.ts'

/** All of it in one half day, with breaks. */
const halfDay = {
  id: 'half-day',
  title: 'Half a day',
  says: 'For a team, from nothing to searching a world for its missing check. It joins the other courses, with breaks between them.',
  minutes: 185,
  closing: [
    {
      asks: 'Say of one check what it costs, what it keeps out, and who makes it.',
      answer:
        'For instance the audience: one comparison on every call, made by the MCP server. It keeps out genuine tokens that were made for other servers.',
    },
    {
      asks: 'Name something that you believed this morning, and which run showed you otherwise.',
      answer:
        'Every answer that names a run is good. Where two people disagree, play that run on the wall.',
    },
    {
      asks: 'Say what you will look at first in your own client or server.',
      answer:
        'Every answer that names a line of the checklist is good. Ask at which message they will look.',
    },
  ],
  steps: [
    ...firstContactCourse.steps,
    {
      does: 'pause',
      minutes: 10,
      say: 'Arrive, and help each other to open the lab. Everybody should have read one story to its end.',
    },
    ...defendersPath.steps.slice(firstContactCourse.steps.length),
    {
      does: 'pause',
      minutes: 20,
      say: 'A real break. Leave the checklist open, so that people can talk about their marks.',
    },
    ...attackLadder.steps,
    {
      does: 'pause',
      minutes: 10,
      say: 'A short break before the last exercise. Tell nobody yet that every seat will have a world of its own.',
    },
    {
      does: 'solve',
      exercise: 'look-everywhere',
      minutes: 10,
      say: 'One check is forgotten, and it can be anybody’s. You know all you need. Begin at the beginning.',
    },
  ],
} as const satisfies Course

/** The courses of the lab, from five minutes to half a day. */
export const courses: readonly Course[] = [firstContactCourse, defendersPath, attackLadder, halfDay]

/** The course with this id, when there is one. */
export const courseWithId = (id: string): Course | undefined =>
  courses.find((course) => course.id === id)
