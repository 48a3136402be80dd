import { holds } from './check.ts'

/** A metadata document as it came: status, media type, and what could be read of it. */
export interface DocumentFacts<T> {
  readonly status: number
  readonly mediaType: string
  readonly problem: string | undefined
  readonly document: T | undefined
}

/** Whether a document came as such documents have to come: 200, as JSON, and readable. */
export const isDocument = ({ status, mediaType, problem }: DocumentFacts<unknown>, what: string) =>
  holds(
    status === 200 && mediaType === 'application/json' && problem === undefined,
    `200, application/json, ${what}`,
    status === 200 && mediaType === 'application/json' && problem !== undefined
      ? problem
      : `${status}, ${mediaType || 'no media type'}`,
  )
