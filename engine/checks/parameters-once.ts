import { repeatedParameters, type Parameters } from '../oauth/parameters.ts'
import { holds, type Comparison } from './check.ts'

/** Whether every parameter that OAuth 2.1 defines came once. */
export const everyParameterOnce = ({
  parameters,
}: {
  readonly parameters: Parameters
}): Comparison => {
  const repeated = repeatedParameters(parameters)
  return holds(
    repeated.length === 0,
    'every parameter once',
    repeated.join(', ') || 'every parameter once',
  )
}
