// The public face of the engine: everything the page, the tests, the benches and the command line stand on.
import './no-eval.ts'
export { startRun, type Run, type Transition } from './run.ts'
export { settled, type RunInput } from './input.ts'
export { refusedBy, type Ending } from './ending.ts'
export { forgetsAsTold, toldBy, variantOf } from './attack/variant.ts'
export { goalSentence, reachedAt, textRead } from './attack/goal.ts'
export { notebookAt, type Note } from './attack/notebook.ts'
export {
  allButThese,
  betAfter,
  mattersIn,
  missedIn,
  type Matter,
  type Told,
} from './attack/matters.ts'
export type {
  Act,
  Attack,
  Beat,
  Choice,
  Decoy,
  EndingKind,
  Incident,
  Lesson,
  Question,
  Scenario,
  Stop,
  Variant,
} from './scenario.ts'
export {
  formatDecisions,
  isDecision,
  parseDecisions,
  type Decision,
  type DecisionReading,
} from './decisions.ts'
export { anchorOf, missingAnchor, parseAnchor, placeOfAnchor, type Anchor } from './anchor.ts'
export { formatPlace, packedIn, parsePlace, type Place, type PlaceReading } from './place.ts'
export { withoutDefaults } from './defaults.ts'
export { fewProblems, linkParts, shortened, type LinkForm, type LinkParts } from './link-parts.ts'

export { knowledgeIn, type Holding, type Knowledge } from './knowledge.ts'
export { cast, castOf, type Part } from './cast.ts'
export {
  isMade,
  offersAt,
  sayDecision,
  withDecision,
  withoutDecision,
  type Offer,
  type OfferGroup,
} from './offers.ts'
export { plainly } from './plain.ts'
export { pagesIn, pageStands, placeIn, type PageInRun } from './places.ts'
export { firstDifference } from './difference.ts'
export type { Passage } from './passage.ts'
export { storyOf, stretchesOf, type Stretch } from './story.ts'
export { channelWords, findingsAt, lineOf, overheardWords, partyName } from './transcript.ts'
export { verifyToken, type SignatureVerdict } from './token-check.ts'
export { LAB_ORIGINS, OWNER, originsIn, serversFor, type Origins } from './world.ts'
export {
  isRegistration,
  registrations,
  registrationsIn,
  type Registration,
} from './registration.ts'
export { refIn } from './spec/ref-in.ts'
export { features, has, levelIn, type FeatureId } from './spec/differences.ts'

export { checksIn, type PartyChecks } from './check-groups.ts'
export { allWhoMake, partyMaking, whoByName } from './check-maker.ts'
export { checkWithId, registry, whoMakes, type CheckId } from './checks/index.ts'
export type { Finding, Level, Role } from './checks/check.ts'
export { refs, type Ref, type RefId } from './spec/refs.ts'
export { isRevision, revisions, since, type Revision } from './spec/revisions.ts'

export { pageIn, type ShownPage } from './wire/shown-page.ts'
export { briefPhaseNames, labelOf, phaseNames, purposeIn } from './wire/label.ts'
export { curlOf } from './wire/curl.ts'
export { messageText, statusText } from './wire/text.ts'
export { inWords, durationInWords, laterInWords } from './words.ts'
export { header } from './wire/headers.ts'
export { readPage, type Page } from './wire/page.ts'
export {
  arrived,
  partyIds,
  phases,
  type Channel,
  type MessageName,
  type PartyId,
  type Phase,
  type WireMessage,
} from './wire/message.ts'

export {
  BAND_HEIGHT,
  BREAK_HEIGHT,
  geometryOf,
  rowFor,
  type Band,
  type Break,
  type Geometry,
  type Row,
  type Text,
} from './picture/geometry.ts'
export { segmentsOf, type Segment } from './picture/clearings.ts'
export { leastWidth, PLACE, type Lane } from './picture/lanes.ts'
export { tallyInWords, tallyOf, verdicts, verdictWords, type Tally } from './picture/tally.ts'

export { charts, type Chart, type ChartEdge, type ChartState } from './machines/chart.ts'
export { player, type PlayerContext } from './machines/player.ts'
export { fetchNetwork } from './network/fetch.ts'
export { fetchOver, inPageNetwork } from './network/in-page.ts'
export type { Network } from './network/network.ts'
export { RUN_BEGINS, virtualClock, type Clock } from './chance/clock.ts'
export { machineTime } from './chance/machine-clock.ts'
export { platformRandom, seededRandom, type Random } from './chance/random.ts'
export {
  connectClient,
  type Connection,
  type ConnectOptions,
  type ConnectRegistration,
} from './connect.ts'

/** Loads what makes long decisions short in a link. Not part of the first load. */
export const loadPacking = () => import('./packed.ts')

/** Loads what puts the lab's servers behind a service worker. Not part of the first load. */
export const loadServiceWorker = () => import('./network/service-worker.ts')
export type { WorkerNetworks } from './network/service-worker.ts'
