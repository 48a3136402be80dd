/**
 * The keyword that binds a party, in a revision of MCP, in a specification it rests on, or in the token profile that these
 * servers chose (RFC 9068: MCP itself demands no format of tokens). Never promoted; `none` where the clause binds somebody
 * else, or where no keyword stands and the check is the party's own prudence.
 */
export type Level = 'MUST' | 'SHOULD' | 'MAY' | 'none'
