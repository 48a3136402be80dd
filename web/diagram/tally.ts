export { tallyInWords, tallyOf, verdicts, type Tally } from '../../engine/index.ts'
