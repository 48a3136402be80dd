import type { Exercise } from '../../engine/scenario.ts'
import { knockFirst, whomToAsk, aNameFirst } from './bets-beginning.ts'
import { anotherDoor, twoBrowsers, pastTheProxy } from './bets-doors.ts'
import { yesterdaysSecret, lineFromTheLog } from './bets-handover.ts'
import { readThenWrite, backToTheOwner, nameAsAddress, givenBack } from './bets-onwards.ts'
import { halfALock, whoWroteThis, twoHolders } from './bets-riddles.ts'
import { browserOpens, codeInHand, anHourLater } from './bets-signing-in.ts'
import { beTheSender, beTheStrangeClient } from './breaks-links.ts'
import { beThePatientThief } from './breaks-patience.ts'
import { beTheForger, beTheLogReader, beTheSecond } from './breaks-tokens.ts'
import { lookAtTheAnswer } from './find-at-the-answer.ts'
import { lookAtTheBrowser } from './find-at-the-browser.ts'
import { lookAtTheCode } from './find-at-the-code.ts'
import { lookAtTheDocuments } from './find-at-the-documents.ts'
import { lookAtTheRegistration } from './find-at-the-registration.ts'
import { lookAtTheRenewal } from './find-at-the-renewal.ts'
import { lookAtTheRequest } from './find-at-the-request.ts'
import { lookAtTheToken } from './find-at-the-token.ts'
import { lookEverywhere } from './find-everywhere.ts'
import {
  stopTheBorrowedToken,
  stopTheSecondHolder,
  stopTheInterception,
  stopTheMixUp,
} from './fixes-linked.ts'
import { stopTheRedirect, stopTheErrand, stopTheAsking, stopTheDeputy } from './fixes-single.ts'

/** Every exercise of the lab, in the order of their cards. */
export const exercises: readonly Exercise[] = [
  knockFirst,
  whomToAsk,
  aNameFirst,
  browserOpens,
  codeInHand,
  anHourLater,
  readThenWrite,
  backToTheOwner,
  nameAsAddress,
  givenBack,
  anotherDoor,
  twoBrowsers,
  pastTheProxy,
  halfALock,
  whoWroteThis,
  yesterdaysSecret,
  lineFromTheLog,
  twoHolders,
  lookAtTheToken,
  lookAtTheRequest,
  lookAtTheRegistration,
  lookAtTheCode,
  lookAtTheDocuments,
  lookAtTheAnswer,
  lookAtTheRenewal,
  lookAtTheBrowser,
  lookEverywhere,
  stopTheRedirect,
  stopTheErrand,
  stopTheAsking,
  stopTheDeputy,
  stopTheBorrowedToken,
  stopTheSecondHolder,
  stopTheInterception,
  stopTheMixUp,
  beTheForger,
  beTheLogReader,
  beTheSender,
  beTheSecond,
  beThePatientThief,
  beTheStrangeClient,
]

/** The exercise with this id, when there is one. */
export const exerciseWithId = (id: string): Exercise | undefined =>
  exercises.find((exercise) => exercise.id === id)
