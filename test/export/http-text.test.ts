import { createServer, request as ask, type IncomingMessage } from 'node:http'
import { connect, createServer as listen, type AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { messageInText, runInText } from '../../engine/export/index.ts'
import { lineOf, messageText, type WireMessage } from '../../engine/index.ts'
import { firstContact } from '../../scenarios/lessons/first-contact.ts'
import { everyRun, shownRun } from './shown.ts'

/** HTTP text as it goes over a wire: with CRLF, and with the length of its body. */
const framed = (text: string): string => {
  const [head = '', body = ''] = [
    text.slice(0, text.indexOf('\n\n')),
    text.slice(text.indexOf('\n\n') + 2),
  ]
  return `${head.replaceAll('\n', '\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
}

test('RFC 9112 §2.1 the text of every request and answer is what the HTTP parser of Node.js reads', async () => {
  const { log } = await shownRun(firstContact)
  const read = async (message: WireMessage): Promise<string> => {
    if (message.kind === 'request') {
      const arrived = new Promise<IncomingMessage>((resolve) => {
        const server = createServer((request, response) => {
          response.end()
          resolve(request)
        }).listen(0, '127.0.0.1', () => {
          connect((server.address() as AddressInfo).port, '127.0.0.1').end(
            framed(messageText(message)),
          )
        })
        onTestFinished(() => void server.close())
      })
      const { method, url } = await arrived
      return `${method} ${url}`
    }
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      const server = listen((socket) => socket.end(framed(messageText(message)))).listen(
        0,
        '127.0.0.1',
        () =>
          ask({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, resolve)
            .on('error', reject)
            .end(),
      )
      onTestFinished(() => void server.close())
    })
    const response = await answered
    response.setEncoding('utf8')
    let body = ''
    for await (const more of response) body += more as string
    return `${response.statusCode} ${body}`
  }
  for (const message of log) {
    if (message.kind === 'act') continue
    const expected =
      message.kind === 'request'
        ? `${message.request.method} ${message.request.url.replace(/^https?:\/\/[^/]+/, '')}`
        : `${message.response.status} ${message.response.body}`
    expect(await read(message)).toBe(expected)
  }
})

test('the text of a run has every message, in order, and ends as the run does', async () => {
  for (const run of await everyRun()) {
    const text = runInText(run)
    let from = 0
    for (const message of run.log) {
      const at = text.indexOf(messageInText(message), from)
      expect([lineOf(message), at > from]).toEqual([lineOf(message), true])
      from = at
    }
    expect(text.trimEnd().endsWith(run.ending.sentence.replaceAll('`', ''))).toBe(true)
  }
})

test('the text of a run that stopped on the way says where, and tells no check that comes later', async () => {
  const run = await shownRun(firstContact)
  const text = runInText({ ...run, place: 12 })
  expect(text).toContain('The first 12 of')
  expect(text).toContain(lineOf(run.log[11]!))
  expect(text).not.toContain(lineOf(run.log[12]!))
})
