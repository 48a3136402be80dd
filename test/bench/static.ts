import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built lab on a static host as there are many: what is text goes out as gzip, at level 9; nothing is kept by browsers. */
export interface Host {
  readonly address: string
  /** What was asked for since the last time this was asked: how many bytes the answer had, by path. */
  taken(): ReadonlyMap<string, number>
  close(): Promise<void>
}

/** Serves the built lab. */
export const hostDist = async (): Promise<Host> => {
  const compressed = new Map<string, Buffer>()
  let asked = new Map<string, number>()
  const bodyOf = async (path: string) => {
    const kept = compressed.get(path)
    if (kept) return kept
    const bytes = await readFile(join(dist, path))
    const body = extname(path) === '.woff2' ? bytes : gzipSync(bytes, { level: 9 })
    compressed.set(path, body)
    return body
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const body = await bodyOf(path).catch(() => undefined)
    if (!body) return void response.writeHead(404).end()
    asked.set(path, body.length)
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...(extname(path) !== '.woff2' && { 'Content-Encoding': 'gzip' }),
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://127.0.0.1:${port}/`,
    taken: () => {
      const before = asked
      asked = new Map()
      return before
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
