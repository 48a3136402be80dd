import { StrictMode } from 'react'
import { prerender } from 'react-dom/static.edge'
import { App } from './app.tsx'

/** The start page as text, as the build writes it into the page: it can be read before any script has run. */
export const startPage = async (): Promise<string> => {
  const { prelude } = await prerender(
    <StrictMode>
      <App />
    </StrictMode>,
    // What comes in pieces would need scripts in the page to put them together.
    { progressiveChunkSize: Number.POSITIVE_INFINITY },
  )
  return new Response(prelude).text()
}
