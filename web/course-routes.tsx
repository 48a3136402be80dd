import { Route, useLocation } from 'wouter'
import { useUnderWay } from './practice/under-way.ts'
import { Later } from './ui/later.tsx'
import { lazy } from './ui/lazy.tsx'

const CoursePage = lazy(() =>
  import('./course/course-page.tsx').then(({ CoursePage: it }) => ({ default: it })),
)

const WorkshopPage = lazy(() =>
  import('./course/workshop-page.tsx').then(({ WorkshopPage: it }) => ({ default: it })),
)

const GuidePage = lazy(() =>
  import('./guide/guide-page.tsx').then(({ GuidePage: it }) => ({ default: it })),
)

const Strip = lazy(() => import('./course/strip.tsx').then(({ Strip: it }) => ({ default: it })))

/** The pages for whoever takes a course or a workshop, and the guide for whoever gives one. */
export const courseRoutes = [
  <Route key="course" path="/course/:id">
    {({ id }) => (
      <Later key={id} name="The course" awaited>
        <CoursePage id={id} />
      </Later>
    )}
  </Route>,
  <Route key="workshop" path="/workshop">
    <Later name="The workshop" awaited>
      <WorkshopPage />
    </Later>
  </Route>,
  <Route key="guide" path="/guide/:course">
    {({ course }) => (
      <Later key={course} name="The guide" awaited>
        <GuidePage id={course} />
      </Later>
    )}
  </Route>,
  <Route key="exercise-guide" path="/guide/exercise/:id">
    {({ id }) => (
      <Later key={id} name="The guide" awaited>
        <GuidePage exercise={id} />
      </Later>
    )}
  </Route>,
]

/** The strip of a course, on every page but an embed; whoever takes none loads none. */
export const CourseStrip = () => {
  const [path] = useLocation()
  return useUnderWay() && path !== '/' ? (
    <Later name="The strip of the course">
      <Strip />
    </Later>
  ) : null
}
