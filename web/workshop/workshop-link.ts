import { loadPacking } from '../../engine/index.ts'
import type { Known } from './known.ts'
import {
  formatWorkshop,
  LONGEST_QUERY,
  parseWorkshop,
  WORKSHOP_VERSION,
  type Workshop,
  type WorkshopReading,
} from './workshop.ts'

/** What follows the `#` of the link to a workshop: all of it stands there, packed where that is shorter, and nowhere else. */
export const linkToWorkshop = async (workshop: Workshop, known: Known): Promise<string> => {
  const text = formatWorkshop(workshop, known)
  const { packText } = await loadPacking()
  const packed = await packText(text)
  const short = packed === undefined ? undefined : `v=${WORKSHOP_VERSION}&z=${packed}`
  return `/workshop?${short !== undefined && short.length < text.length ? short : text}`
}

/** Reads what follows `/workshop?` in a link. Never throws; what is broken is named, and the rest opens. */
export const openWorkshop = async (query: string, known: Known): Promise<WorkshopReading> => {
  const packed =
    query.length > LONGEST_QUERY ? undefined : (new URLSearchParams(query).get('z') ?? undefined)
  if (packed === undefined) return parseWorkshop(query, known)
  const outside = parseWorkshop(query, known)
  const { unpackText } = await loadPacking()
  const unpacked = await unpackText(packed)
  if ('problem' in unpacked)
    return {
      workshop: outside.workshop,
      problems: [
        ...outside.problems,
        `The packed parts (“z”) could not be read: ${unpacked.problem}.`,
      ],
    }
  const inside = parseWorkshop(unpacked.text, known)
  return { workshop: inside.workshop, problems: [...outside.problems, ...inside.problems] }
}
