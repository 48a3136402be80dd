import styles from './tamper.module.css'

const views = { fields: 'Field by field', raw: 'Raw text' } as const

/** How a message is taken in hand: one field at a time, or its whole text. */
export type ViewId = keyof typeof views

const ids = Object.keys(views) as ViewId[]

interface ViewsProps {
  readonly chosen: ViewId
  readonly onChoose: (view: ViewId) => void
}

/** Chooses between fields and text. */
export const Views = ({ chosen, onChoose }: ViewsProps) => (
  <fieldset className={styles['views']}>
    <legend className="visually-hidden">Rewrite</legend>
    {ids.map((id) => (
      <label key={id} className={styles['view']}>
        <input
          type="radio"
          name="tamper-view"
          checked={id === chosen}
          onChange={() => onChoose(id)}
        />
        <span>{views[id]}</span>
      </label>
    ))}
  </fieldset>
)
