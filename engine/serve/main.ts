// Opens the lab's servers to real MCP clients on this machine: npm run serve [-- FLAGS]
import { resolve } from 'node:path'
import { machineTime } from '../chance/machine-clock.ts'
import { banner } from './banner.ts'
import { exchangeText, noiseText } from './exchange-text.ts'
import { helpText, readFlags, type Flags } from './flags.ts'
import { openLab } from './lab.ts'
import { openLog } from './log-file.ts'
import { painter } from './paint.ts'

const reading = readFlags(process.argv.slice(2))
if ('problem' in reading) {
  process.stderr.write(`${reading.problem}\n\nnpm run serve -- --help lists the flags.\n`)
  process.exitCode = 2
} else if (reading.flags.help) process.stdout.write(helpText())
else await run(withLogPath(reading.flags))

// npm changes to the project's folder, and says where it came from.
function withLogPath({ log, ...flags }: Flags): Flags {
  return {
    ...flags,
    log: log === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? '.', log),
  }
}

async function run(flags: Flags): Promise<void> {
  const paint = painter(process.stdout.isTTY && !process.env['NO_COLOR'])
  const print = (text: string) => void process.stdout.write(text)
  // Whoever reads along may go.
  process.stdout.on('error', () => process.exit())
  const stopped = untilStopped()
  try {
    const log = flags.log === undefined ? undefined : openLog(flags.log)
    const lab = await openLab({
      ...flags,
      seen: (exchange) => {
        log?.add(exchange, machineTime())
        if (!flags.quiet) print(exchangeText(exchange, flags.revision, paint))
      },
      turnedAway: ({ status }) => {
        if (!flags.quiet) print(noiseText(status, paint))
      },
      broke: (error) => {
        process.stderr.write(
          `A defect of the lab: ${error instanceof Error ? error.stack : error}\n`,
        )
      },
    })
    print(banner(flags, lab, paint))
    await stopped
    await lab.close()
    log?.close()
    print('Stopped.\n')
  } catch (error) {
    process.stderr.write(`${inWords(error, flags)}\n`)
    process.exitCode = 1
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function inWords(error: unknown, { port, log }: Flags): string {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return port === undefined
      ? 'No port from 9400 on is free.'
      : `--port ${port}: this port, or the one after it, is taken.`
  if (code === 'EACCES' && syscall === 'listen')
    return `--port ${port}: this system lets nobody listen there.`
  if (syscall === 'open') return `--log ${log}: this file cannot be written (${code}).`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
