import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { strictPolicy } from './policy.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** A site on an origin of its own. */
export interface Served {
  /** Ends in a slash. */
  readonly address: string
  close(): Promise<void>
}

/** Serves a site with the strictest policy its pages can live with; `allowed`: what they need besides. */
export const serveSite = async (
  folder: string,
  ...allowed: readonly Readonly<Record<string, string>>[]
): Promise<Served> => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const body = await readFile(join(folder, path)).catch(() => undefined)
    // Browsers ask for an icon by themselves.
    if (!body) return void response.writeHead(path === '/favicon.ico' ? 204 : 404).end()
    const type = types[extname(path)] ?? 'application/octet-stream'
    const policy = path.endsWith('.html')
      ? { 'Content-Security-Policy': strictPolicy(body.toString(), ...allowed) }
      : {}
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store', ...policy })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
