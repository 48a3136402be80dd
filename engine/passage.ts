/** A paragraph of the story and the id of the message since which it is told; a phase's first has its heading. */
export interface Passage {
  readonly since: number
  readonly heading?: string
  readonly text: string
  /** Nobody wrote it for this story: it says what is in the log. */
  readonly ofThisRun?: true
}
