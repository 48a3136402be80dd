import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** One script and its styles, for a page that a test or a bench makes. */
export interface Bundle {
  readonly code: string
  readonly styles: string
}

/** Bundles a file beside this one, or in another folder of `test/`, as the production build would. */
export const bundle = async (entry: string): Promise<Bundle> => {
  // Vite and React's plugin look here, and tools that load TypeScript have set it otherwise.
  process.env['NODE_ENV'] = 'production'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { tldts: path('../../engine/network/public-suffix.ts') } },
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      lib: { entry: path(entry), formats: ['iife'], name: 'bundle' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error(`${entry} was not bundled`)
  const styles = output.output.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  )
  return { code: output.output[0].code, styles: styles.join('\n') }
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
