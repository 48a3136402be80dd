import type { WriteExercise } from '../../../engine/scenario.ts'
import { writeATokenComesTwice } from './a-token-comes-twice.ts'
import { writeAudienceIsMe } from './audience-is-me.ts'
import { writeIssOfTheAnswer } from './iss-of-the-answer.ts'
import { writeIssuerOfTheMetadata } from './issuer-of-the-metadata.ts'
import { writeRedirectUriExact } from './redirect-uri-exact.ts'
import { writeSchemesForTheBrowser } from './schemes-for-the-browser.ts'
import { writeScopeOfEachMethod } from './scope-of-each-method.ts'
import { writeStateComesBack } from './state-comes-back.ts'
import { writeVerifierAndChallenge } from './verifier-and-challenge.ts'

/** Every exercise in which the learner writes a check, the easy ones first. */
export const writeExercises: readonly WriteExercise[] = [
  writeRedirectUriExact,
  writeStateComesBack,
  writeAudienceIsMe,
  writeScopeOfEachMethod,
  writeIssuerOfTheMetadata,
  writeSchemesForTheBrowser,
  writeATokenComesTwice,
  writeVerifierAndChallenge,
  writeIssOfTheAnswer,
]
