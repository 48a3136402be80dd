import type { Refusal } from '../../checks/check.ts'
import type { RpcRequest } from '../../mcp/json-rpc.ts'
import { formatScope } from '../../oauth/scope.ts'
import type { Visit } from '../../network/server.ts'
import type { Caller } from './caller.ts'

/**
 * One line of the MCP server's audit log: who asked for what, and whether they got it. It holds no credential. What is not
 * known for certain is left out: of a request that was turned away at its token neither the account nor the body was read.
 */
export interface AuditEntry {
  /** The virtual second. */
  readonly at: number
  /** The log's id of the request; undefined when the caller is not part of a run. */
  readonly message: number | undefined
  readonly account: string | undefined
  /** The client_id in the token, or `API key`. */
  readonly client: string | undefined
  readonly scope: string
  /** The method of MCP, or of HTTP where a session is ended. */
  readonly method: string | undefined
  readonly tool: string | undefined
  /** Whether no check refused; what was allowed can still fail. */
  readonly allowed: boolean
  /** The check that refused. */
  readonly by: string | undefined
}

/** What is known of a request when its line is written. */
export interface Audited {
  readonly caller?: Caller
  readonly message?: Pick<RpcRequest, 'method' | 'params'>
  readonly refusal?: Refusal | undefined
}

// A server that runs for long forgets what is oldest; a name from outside is cut.
const MOST_ENTRIES = 1_000
const LONGEST_NAME = 100

/** Writes one line into the audit log. */
export const writeAudit = (
  audit: AuditEntry[],
  at: number,
  visit: Pick<Visit, 'message'>,
  { caller, message, refusal }: Audited,
): void => {
  const tool = message?.method === 'tools/call' ? message.params?.['name'] : undefined
  audit.push({
    at,
    message: visit.message,
    account: caller?.account,
    client: caller?.client,
    scope: formatScope(caller?.scope ?? []),
    method: message?.method.slice(0, LONGEST_NAME),
    tool: typeof tool === 'string' ? tool.slice(0, LONGEST_NAME) : undefined,
    allowed: refusal === undefined,
    by: refusal?.check,
  })
  if (audit.length > MOST_ENTRIES) audit.shift()
}
