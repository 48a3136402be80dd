/**
 * The data of each event in a stream of server-sent events, in order. Lines that are no data (comments, ids, names) are
 * passed over, as is an event that was cut off before its blank line.
 * @see [MCP 2025-06-18 Transports - Sending Messages to the Server](https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#sending-messages-to-the-server)
 */
export const eventsIn = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n\n+/)
    .slice(0, -1)
    .map((event) =>
      event
        .split('\n')
        .flatMap((line) => (/^data(?::|$)/.test(line) ? [line.replace(/^data:? ?/, '')] : []))
        .join('\n'),
    )
    .filter((data) => data !== '')
