import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm } from '@resvg/resvg-wasm'

const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
let begun: Promise<void> | undefined

/** Begins resvg, which takes that once for all files of a worker. */
export const beginResvg = (): Promise<void> =>
  (begun ??= readFile(path).then((bytes) => initWasm(bytes)))
