import { Link } from 'wouter'
import { purposeOf, sightingPath, type Sighting } from '../../engine/reference.ts'
import { shelf } from '../../scenarios/shelf.ts'

/** The title of a story. */
export const titleOf = (scenario: string): string =>
  shelf.find(({ id }) => id === scenario)?.title ?? scenario

/** What the message of a sighting is for, in a few words. */
export const purposeAt = ({ at }: Sighting): string =>
  purposeOf[at.split('.')[0] as keyof typeof purposeOf]

/** The way to the message where something is seen. */
export const SeenIn = ({ sighting }: { readonly sighting: Sighting }) => (
  <Link href={sightingPath(sighting)}>
    {titleOf(sighting.scenario)}: {purposeAt(sighting)}
  </Link>
)
