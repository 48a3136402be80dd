import type { CheckId } from '../checks/index.ts'
import type { Scenario } from '../scenario.ts'

/** A scenario as it is told in one of its variants; a lesson has none, and of an unknown one the plain telling is meant. */
export const variantOf = (
  scenario: Scenario,
  wanted: string | undefined,
): { readonly scenario: Scenario; readonly variant: string | undefined } => {
  if (scenario.kind !== 'attack' || wanted === undefined) return { scenario, variant: undefined }
  const { variants = {} } = scenario
  const variant = Object.hasOwn(variants, wanted) ? variants[wanted] : undefined
  if (!variant) return { scenario, variant: undefined }
  const { title: _, says: __, ...otherwise } = variant
  return { scenario: { ...scenario, ...otherwise }, variant: wanted }
}

/** The telling of a scenario that a wish leads to, and what its story has the parties forget. */
export const toldBy = (
  scenario: Scenario,
  wanted: string | undefined,
): { readonly variant: string | undefined; readonly forget: readonly CheckId[] } => {
  const { scenario: told, variant } = variantOf(scenario, wanted)
  return { variant, forget: told.forget }
}

const listed = (ids: readonly CheckId[]): string => ids.toSorted().join(' ')

/** Whether exactly those checks are forgotten that the story has its parties forget; where nothing is said of them, they are. */
export const forgetsAsTold = (
  scenario: Scenario,
  {
    variant,
    forget,
  }: { readonly variant?: string | undefined; readonly forget?: readonly CheckId[] | undefined },
): boolean => forget === undefined || listed(forget) === listed(toldBy(scenario, variant).forget)
