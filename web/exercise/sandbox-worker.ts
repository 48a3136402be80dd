import type { Answer, Order } from './asking.ts'
import { createInterpreter, type Interpreted } from './interpreter.ts'

const port = globalThis as unknown as { postMessage(answer: Answer): void }

const begin = async () => {
  const read = await createInterpreter()
  let check: Interpreted | undefined
  addEventListener('message', ({ data }: MessageEvent<Order>) => {
    if ('values' in data) {
      if (check) port.postMessage(check.ask(data.values))
      return
    }
    const came = read(data.source)
    if ('ask' in came) check = came
    port.postMessage({
      is: 'read',
      problem: !('ask' in came) && came.is === 'trouble' ? came.sentence : undefined,
    })
  })
  port.postMessage({ is: 'there' })
}

void begin()
