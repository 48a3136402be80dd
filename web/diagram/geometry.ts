// The figure is laid out where its still pictures are: in the engine.
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
} from '../../engine/index.ts'
