import { use, useEffect, useRef } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { storyNamed, type Story } from '../scenarios/stories.ts'
import { CourseStrip, courseRoutes } from './course-routes.tsx'
import { Drop } from './drop/drop.tsx'
import { openScenario } from './lab/opened.ts'
import type { Missing } from './start/missing.tsx'
import { breath } from './ui/breath.ts'
import { hashRouter } from './ui/hash-location.ts'
import { Later } from './ui/later.tsx'
import { lazy } from './ui/lazy.tsx'
import { teachingRoutes } from './teaching-routes.tsx'

const Changes = lazy(() =>
  import('./changes/changes.tsx').then(({ Changes: it }) => ({ default: it })),
)

const Both = lazy(() => import('./both/both.tsx').then(({ Both: it }) => ({ default: it })))

const Proof = lazy(() => import('./proof/proof.tsx').then(({ Proof: it }) => ({ default: it })))

// Whoever comes to the start page needs no lab, and whoever comes to the lab no start page.
const Lab = lazy(async () => {
  // The engine is the most of it, and takes a task for itself.
  await import('../engine/index.ts')
  await breath()
  return { default: (await import('./lab/lab.tsx')).Lab }
})

const StartPage = lazy(() => import('./start/start.tsx').then(({ Start: it }) => ({ default: it })))

const Glossary = lazy(() =>
  import('./glossary/glossary.tsx').then(({ Glossary: it }) => ({ default: it })),
)

const Checklist = lazy(() =>
  import('./checklist/checklist.tsx').then(({ Checklist: it }) => ({ default: it })),
)

const Practice = lazy(() =>
  import('./practice/practice.tsx').then(({ Practice: it }) => ({ default: it })),
)

const ExercisePage = lazy(() =>
  import('./practice/exercise-page.tsx').then(({ ExercisePage: it }) => ({ default: it })),
)

const EmbedIt = lazy(() =>
  import('./embed-it/embed-it.tsx').then(({ EmbedIt: it }) => ({ default: it })),
)

const EmbedRoute = lazy(() =>
  import('./embed/embed-route.tsx').then(({ EmbedRoute: it }) => ({ default: it })),
)

const Search = lazy(() => import('./search/search.tsx').then(({ Search: it }) => ({ default: it })))

const Start = ({ missing }: { readonly missing?: Missing }) => (
  <Later name="The start page">
    <StartPage {...(missing && { missing })} />
  </Later>
)

const WorkingsPage = lazy(() =>
  import('./workings/page.tsx').then(({ WorkingsPage: it }) => ({ default: it })),
)

/** The lab's pages, by the path in the hash. */
export const App = () => (
  <Router {...hashRouter}>
    <Pages />
    <Everywhere />
  </Router>
)

const missed = (asked: string, what: string, hrefOf: (id: string) => string): Missing => ({
  says: `${what} called “${asked.slice(0, 60)}”`,
  like: { asked, hrefOf },
})

/** What every page has: the search, and the way in for files. Whoever embeds one scenario has a page of his own. */
const Everywhere = () => {
  const [path] = useLocation()
  if (path === '/embed') return null
  return (
    <>
      <CourseStrip />
      <Later name="The search">
        <Search />
      </Later>
      <Drop />
    </>
  )
}

/** What no pattern of the router is: an address may hold a line break. */
const ANYTHING = /^/

const Pages = () => {
  useHeadingFocus()
  return (
    <Switch>
      <Route path="/">
        <Start />
      </Route>
      <Route path="/practice">
        <Later name="What there is to practise" awaited>
          <Practice />
        </Later>
      </Route>
      <Route path="/exercise/:id">
        {({ id }) => (
          <Later key={id} name="The exercise" awaited>
            <ExercisePage id={id} />
          </Later>
        )}
      </Route>
      {teachingRoutes}
      <Route path="/embed-it">
        <Later name="The page for embedding" awaited>
          <EmbedIt />
        </Later>
      </Route>
      <Route path="/embed">
        <Later name="The scenario">
          <EmbedRoute />
        </Later>
      </Route>
      <Route path="/changes">
        <Later name="What changed" awaited>
          <Changes />
        </Later>
      </Route>
      <Route path="/proof">
        <Later name="The proof" awaited>
          <Proof />
        </Later>
      </Route>
      <Route path="/workings">
        <Later name="The workings" awaited>
          <WorkingsPage />
        </Later>
      </Route>
      <Route path="/glossary/:word?">
        {({ word }) => (
          <Later name="The glossary" awaited>
            <Glossary asked={word} />
          </Later>
        )}
      </Route>
      <Route path="/checklist/:line?">
        {({ line }) => (
          <Later name="The checklist" awaited>
            <Checklist asked={line} />
          </Later>
        )}
      </Route>
      <Route path="/both/:scenario">
        {({ scenario: id }) => {
          const story = storyNamed(id)
          return story?.kind === 'attack' ? (
            <Later key={id} name="Both endings" awaited>
              <BothOf story={story} />
            </Later>
          ) : (
            <Start missing={missed(id, 'an attack', (meant) => `#/both/${meant}`)} />
          )
        }}
      </Route>
      <Route path="/lab/:scenario">
        {({ scenario: id }) => {
          const story = storyNamed(id)
          return story ? (
            <Later key={id} name="The story" awaited>
              <Opened story={story} />
            </Later>
          ) : (
            <Start missing={missed(id, 'a scenario', (meant) => `#/lab/${meant}`)} />
          )
        }}
      </Route>
      {courseRoutes}
      <Route path={ANYTHING}>
        <Start missing={{ says: 'the page this address names' }} />
      </Route>
    </Switch>
  )
}

const BothOf = ({ story }: { readonly story: Story }) => {
  const scenario = use(openScenario(story))
  return scenario.kind === 'attack' ? <Both scenario={scenario} /> : null
}

const Opened = ({ story }: { readonly story: Story }) => {
  // Both are loaded at once, and not the lab after its story.
  Lab.begin()
  return <Lab scenario={use(openScenario(story))} />
}

/** How long a page may take until its heading is there, in milliseconds. */
const PATIENCE = 5_000

/** After a way from one page to another, whoever listens or uses the keyboard is at the new page's heading. */
const useHeadingFocus = () => {
  const [path] = useLocation()
  const seen = useRef(path)
  useEffect(() => {
    if (seen.current === path) return undefined
    seen.current = path
    const until = performance.now() + PATIENCE
    let frame = 0
    // A page that is loaded only now has its heading in a moment.
    const look = (now: number) => {
      const heading = document.querySelector('h1')
      if (heading) heading.focus()
      else if (now < until) frame = requestAnimationFrame(look)
    }
    look(performance.now())
    return () => cancelAnimationFrame(frame)
  }, [path])
}
