import type { Exercise, WriteExercise } from '../engine/scenario.ts'
import { exerciseCards, type ExerciseCard, type ExerciseId } from './exercise-cards.ts'

// Exercises are mostly text, so each is loaded, with the few that stand beside it, when somebody opens it.
/** A way to open every exercise. */
export const exerciseLoaders: Readonly<
  Record<ExerciseId, () => Promise<Exercise | WriteExercise>>
> = {
  'knock-first': () => import('./exercises/bets-beginning.ts').then((it) => it.knockFirst),
  'whom-to-ask': () => import('./exercises/bets-beginning.ts').then((it) => it.whomToAsk),
  'a-name-first': () => import('./exercises/bets-beginning.ts').then((it) => it.aNameFirst),
  'browser-opens': () => import('./exercises/bets-signing-in.ts').then((it) => it.browserOpens),
  'code-in-hand': () => import('./exercises/bets-signing-in.ts').then((it) => it.codeInHand),
  'an-hour-later': () => import('./exercises/bets-signing-in.ts').then((it) => it.anHourLater),
  'read-then-write': () => import('./exercises/bets-onwards.ts').then((it) => it.readThenWrite),
  'back-to-the-owner': () => import('./exercises/bets-onwards.ts').then((it) => it.backToTheOwner),
  'name-as-address': () => import('./exercises/bets-onwards.ts').then((it) => it.nameAsAddress),
  'given-back': () => import('./exercises/bets-onwards.ts').then((it) => it.givenBack),
  'another-door': () => import('./exercises/bets-doors.ts').then((it) => it.anotherDoor),
  'two-browsers': () => import('./exercises/bets-doors.ts').then((it) => it.twoBrowsers),
  'past-the-proxy': () => import('./exercises/bets-doors.ts').then((it) => it.pastTheProxy),
  'half-a-lock': () => import('./exercises/bets-riddles.ts').then((it) => it.halfALock),
  'who-wrote-this': () => import('./exercises/bets-riddles.ts').then((it) => it.whoWroteThis),
  'yesterdays-secret': () =>
    import('./exercises/bets-handover.ts').then((it) => it.yesterdaysSecret),
  'line-from-the-log': () => import('./exercises/bets-handover.ts').then((it) => it.lineFromTheLog),
  'two-holders': () => import('./exercises/bets-riddles.ts').then((it) => it.twoHolders),
  'look-at-the-token': () =>
    import('./exercises/find-at-the-token.ts').then((it) => it.lookAtTheToken),
  'look-at-the-request': () =>
    import('./exercises/find-at-the-request.ts').then((it) => it.lookAtTheRequest),
  'look-at-the-registration': () =>
    import('./exercises/find-at-the-registration.ts').then((it) => it.lookAtTheRegistration),
  'look-at-the-code': () =>
    import('./exercises/find-at-the-code.ts').then((it) => it.lookAtTheCode),
  'look-at-the-documents': () =>
    import('./exercises/find-at-the-documents.ts').then((it) => it.lookAtTheDocuments),
  'look-at-the-answer': () =>
    import('./exercises/find-at-the-answer.ts').then((it) => it.lookAtTheAnswer),
  'look-at-the-renewal': () =>
    import('./exercises/find-at-the-renewal.ts').then((it) => it.lookAtTheRenewal),
  'look-at-the-browser': () =>
    import('./exercises/find-at-the-browser.ts').then((it) => it.lookAtTheBrowser),
  'look-everywhere': () => import('./exercises/find-everywhere.ts').then((it) => it.lookEverywhere),
  'stop-the-redirect': () => import('./exercises/fixes-single.ts').then((it) => it.stopTheRedirect),
  'stop-the-errand': () => import('./exercises/fixes-single.ts').then((it) => it.stopTheErrand),
  'stop-the-asking': () => import('./exercises/fixes-single.ts').then((it) => it.stopTheAsking),
  'stop-the-deputy': () => import('./exercises/fixes-single.ts').then((it) => it.stopTheDeputy),
  'stop-the-borrowed-token': () =>
    import('./exercises/fixes-linked.ts').then((it) => it.stopTheBorrowedToken),
  'stop-the-second-holder': () =>
    import('./exercises/fixes-linked.ts').then((it) => it.stopTheSecondHolder),
  'stop-the-interception': () =>
    import('./exercises/fixes-linked.ts').then((it) => it.stopTheInterception),
  'stop-the-mix-up': () => import('./exercises/fixes-linked.ts').then((it) => it.stopTheMixUp),
  'be-the-forger': () => import('./exercises/breaks-tokens.ts').then((it) => it.beTheForger),
  'be-the-log-reader': () => import('./exercises/breaks-tokens.ts').then((it) => it.beTheLogReader),
  'be-the-sender': () => import('./exercises/breaks-links.ts').then((it) => it.beTheSender),
  'be-the-second': () => import('./exercises/breaks-tokens.ts').then((it) => it.beTheSecond),
  'be-the-patient-thief': () =>
    import('./exercises/breaks-patience.ts').then((it) => it.beThePatientThief),
  'be-the-strange-client': () =>
    import('./exercises/breaks-links.ts').then((it) => it.beTheStrangeClient),
  'write-redirect-uri-exact': () =>
    import('./exercises/write/redirect-uri-exact.ts').then((it) => it.writeRedirectUriExact),
  'write-state-comes-back': () =>
    import('./exercises/write/state-comes-back.ts').then((it) => it.writeStateComesBack),
  'write-audience-is-me': () =>
    import('./exercises/write/audience-is-me.ts').then((it) => it.writeAudienceIsMe),
  'write-scope-of-each-method': () =>
    import('./exercises/write/scope-of-each-method.ts').then((it) => it.writeScopeOfEachMethod),
  'write-issuer-of-the-metadata': () =>
    import('./exercises/write/issuer-of-the-metadata.ts').then((it) => it.writeIssuerOfTheMetadata),
  'write-schemes-for-the-browser': () =>
    import('./exercises/write/schemes-for-the-browser.ts').then(
      (it) => it.writeSchemesForTheBrowser,
    ),
  'write-a-token-comes-twice': () =>
    import('./exercises/write/a-token-comes-twice.ts').then((it) => it.writeATokenComesTwice),
  'write-verifier-and-challenge': () =>
    import('./exercises/write/verifier-and-challenge.ts').then(
      (it) => it.writeVerifierAndChallenge,
    ),
  'write-iss-of-the-answer': () =>
    import('./exercises/write/iss-of-the-answer.ts').then((it) => it.writeIssOfTheAnswer),
}

/** An exercise on the shelf: its card, and a way to open it. */
export interface ShelvedExercise extends ExerciseCard {
  load(): Promise<Exercise | WriteExercise>
}

/** Every exercise of the lab, in the order of their cards. */
export const exerciseShelf: readonly ShelvedExercise[] = (
  Object.keys(exerciseCards) as ExerciseId[]
).map((id) => ({ ...exerciseCards[id], load: exerciseLoaders[id] }))

/** The exercise with this id, when there is one. */
export const exerciseNamed = (id: string): ShelvedExercise | undefined =>
  exerciseShelf.find((one) => one.id === id)
