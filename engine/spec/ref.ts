/** One section of a specification: what it is called and where it stands. */
export interface Ref {
  /** As a docstring cites it: 'RFC 7636 §4.6 - Server Verifies code_verifier …'. */
  readonly title: string
  /** The section itself, anchor included. */
  readonly url: string
  /** As a label names it: 'RFC 7636 §4.6'. */
  readonly short: string
}
