import { useEffect, useRef } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { scenarioWithId } from '../scenarios/index.ts'
import { Lab } from './lab/lab.tsx'
import { Library } from './library/library.tsx'
import { hashRouter } from './ui/hash-location.ts'

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
      <Route path="/lab/:scenario">
        {({ scenario: id }) => {
          const scenario = scenarioWithId(id)
          return scenario ? (
            <Lab key={scenario.id} scenario={scenario} />
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

/** After a way from one page to another, whoever listens or uses the keyboard is at the new page's heading. */
const useHeadingFocus = () => {
  const [path] = useLocation()
  const seen = useRef(path)
  useEffect(() => {
    if (seen.current === path) return
    seen.current = path
    document.querySelector('h1')?.focus()
  }, [path])
}
