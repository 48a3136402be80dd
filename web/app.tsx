import { lazy, use, useEffect, useRef } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { onShelf, type Shelved } from '../scenarios/shelf.ts'
import { Lab } from './lab/lab.tsx'
import { openScenario } from './lab/opened.ts'
import { Library } from './library/library.tsx'
import { hashRouter } from './ui/hash-location.ts'
import { Later } from './ui/later.tsx'

const Changes = lazy(() =>
  import('./changes/changes.tsx').then(({ Changes: it }) => ({ default: it })),
)

/** The lab's pages, by the path in the hash. */
export const App = () => (
  <Router {...hashRouter}>
    <Pages />
  </Router>
)

const Pages = () => {
  useHeadingFocus()
  return (
    <Switch>
      <Route path="/">
        <Library />
      </Route>
      <Route path="/changes">
        <Later name="What changed">
          <Changes />
        </Later>
      </Route>
      <Route path="/lab/:scenario">
        {({ scenario: id }) => {
          const shelved = onShelf(id)
          return shelved ? (
            <Later key={id} name={shelved.title}>
              <Opened shelved={shelved} />
            </Later>
          ) : (
            <Library missing={`a lesson called “${id.slice(0, 60)}”`} />
          )
        }}
      </Route>
      <Route>
        <Library missing="the page this address names" />
      </Route>
    </Switch>
  )
}

const Opened = ({ shelved }: { readonly shelved: Shelved }) => (
  <Lab scenario={use(openScenario(shelved))} />
)

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
