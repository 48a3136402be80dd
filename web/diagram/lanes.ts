export { leastWidth, PLACE, type Lane } from '../../engine/index.ts'
