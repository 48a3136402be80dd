import { ledgerOf } from '../../engine/proof.ts'
import { attacks } from '../../scenarios/index.ts'

/** Which attacks each check stops, as the message pane shows it: read off the stories here, so that the pane need not load them. */
export const stoppedByText = (): string => {
  const titles = new Map(attacks.map(({ id, title }) => [id, title]))
  const rows = ledgerOf(attacks)
    .filter(({ stops }) => stops.length > 0)
    .map(({ check, stops }) => [check, stops.map((id) => ({ id, title: titles.get(id) }))])
  return `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`
}
