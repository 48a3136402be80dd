// The face of the engine for computations that a reader does again, step by step, with the functions that the parties use.
export { pkceInputOf, wellKnownInputOf, type WorkingKind } from './workings-input.ts'
export { pkceWork, type PkceInput, type PkceWork } from './workings-pkce.ts'
export {
  expectedIn,
  judgedBy,
  keyNamedBy,
  readers,
  tokenPieces,
  withPiece,
  type Expected,
  type Judgement,
  type Piece,
  type TokenPieces,
} from './workings-token.ts'
export { forgings, type Forging } from './workings-forge.ts'
export { wellKnownWork, type Tried, type WellKnownWork, type Whose } from './workings-well-known.ts'
