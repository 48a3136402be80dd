import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../setup/install.mjs'

/** `npm run serve`, as a process of its own. */
export interface Command {
  /** What it printed so far, once that matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Presses Ctrl-C. */
  interrupt(): void
  /** Its exit code and all that it printed. */
  ended: Promise<{ code: number | null; output: string; errors: string }>
}

/** Starts the command that `npm run serve -- FLAGS` runs; a space ends a flag. */
export const startCommand = (flags = ''): Command => {
  const script = join(root, '.build/run-ts.mjs')
  const child = spawn(
    process.execPath,
    [script, 'engine/serve/main.ts', ...flags.split(' ').filter(Boolean)],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output, errors })),
  )
  return {
    printed: async (pattern) => {
      for (;;) {
        const match = pattern.exec(output)
        if (match) return match
        const more = new Promise<boolean>((resolve) =>
          child.stdout.once('data', () => resolve(true)),
        )
        if (!(await Promise.race([more, ended.then(() => false)])))
          throw new Error(`the command ended after: ${output}${errors}`)
      }
    },
    interrupt: () => void child.kill('SIGINT'),
    ended,
  }
}
