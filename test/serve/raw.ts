import { connect, type Socket } from 'node:net'

/** One TCP connection on which anything at all can be said. */
export interface RawConnection {
  say(text: string | Buffer): void
  /** Everything heard so far, once the other side has ended the connection. */
  ended(): Promise<string>
  /** Everything heard so far, once it matches. */
  heard(pattern: RegExp): Promise<string>
  hangUp(): void
}

/** Connects to an origin. A broken connection is an ended one. */
export const rawConnection = (origin: string): RawConnection => {
  const { hostname, port } = new URL(origin)
  const socket: Socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('latin1').on('data', (more: string) => (text += more))
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return {
    say: (words) => void socket.write(words),
    ended: async () => {
      await closed
      return text
    },
    heard: async (pattern) => {
      while (!pattern.test(text)) {
        const more = new Promise<boolean>((resolve) => socket.once('data', () => resolve(true)))
        const goesOn = await Promise.race([more, closed.then(() => false)])
        if (!goesOn && !pattern.test(text)) throw new Error(`it ended after: ${text}`)
      }
      return text
    },
    hangUp: () => socket.destroy(),
  }
}

/** What one connection answers to some text. */
export const tell = async (origin: string, text: string | Buffer): Promise<string> => {
  const connection = rawConnection(origin)
  connection.say(text)
  return connection.ended()
}

/** The status lines in a stream of answers. */
export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
