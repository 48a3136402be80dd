import { Route } from 'wouter'
import { Later } from './ui/later.tsx'
import { lazy } from './ui/lazy.tsx'

const Teach = lazy(() => import('./teach/teach.tsx').then(({ Teach: it }) => ({ default: it })))

const Compose = lazy(() =>
  import('./compose/compose.tsx').then(({ Compose: it }) => ({ default: it })),
)

const Class = lazy(() => import('./class/class.tsx').then(({ Class: it }) => ({ default: it })))

const Projector = lazy(() =>
  import('./projector/projector.tsx').then(({ Projector: it }) => ({ default: it })),
)

const Go = lazy(() => import('./go/go.tsx').then(({ Go: it }) => ({ default: it })))

/** The pages for whoever teaches, and the one to which a class is told to go. */
export const teachingRoutes = (
  <>
    <Route path="/teach">
      <Later name="What there is for teaching" awaited>
        <Teach />
      </Later>
    </Route>
    <Route path="/compose">
      <Later name="What composes workshops" awaited>
        <Compose />
      </Later>
    </Route>
    <Route path="/class">
      <Later name="The table of a class" awaited>
        <Class />
      </Later>
    </Route>
    <Route path="/projector">
      <Later name="The projector" awaited>
        <Projector />
      </Later>
    </Route>
    <Route path="/go/:code?">
      {({ code }) => (
        <Later name="The way to a code" awaited>
          <Go asked={code} />
        </Later>
      )}
    </Route>
  </>
)
