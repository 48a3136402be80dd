import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { EmbedPage } from './embed-page.tsx'
import type { Host } from './host.ts'

/** Puts the embed that is asked for in the place of whatever stood there. */
export const mountEmbed = (root: HTMLElement, host: Host, query: string): void =>
  createRoot(root).render(
    <StrictMode>
      <EmbedPage host={host} prefix="" query={query} />
    </StrictMode>,
  )
