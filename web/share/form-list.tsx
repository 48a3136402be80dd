import { useMedia } from '../ui/use-media.ts'
import { forms, groups, type FormId } from './forms.ts'
import styles from './form-list.module.css'

interface FormListProps {
  readonly chosen: FormId
  readonly place: number
  readonly onChoose: (id: FormId) => void
}

/** Every form, by what it is good for: beside what is chosen, or where there is no room for that a list to unfold. */
export const FormList = (props: FormListProps) =>
  useMedia('(max-width: 700px)') ? <Unfolding {...props} /> : <Beside {...props} />

/** The groups at a place; at the beginning there is no message yet. */
const groupsAt = (place: number) =>
  groups
    .filter(({ forms: ids }) => place > 0 || !ids.includes('curl'))
    .map(({ name, forms: ids }) => ({
      name: ids.includes('curl') ? `Message ${place}` : name,
      ids,
    }))

const Beside = ({ chosen, place, onChoose }: FormListProps) => (
  <div className={styles['list']} role="radiogroup" aria-label="Share as">
    {groupsAt(place).map(({ name, ids }) => (
      <fieldset key={name} className={styles['group']}>
        <legend className={styles['name']}>{name}</legend>
        {ids.map((id) => (
          <label key={id} className={styles['form']} data-chosen={id === chosen || undefined}>
            <input
              type="radio"
              name="share-form"
              className="visually-hidden"
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            {forms[id].name}
          </label>
        ))}
      </fieldset>
    ))}
  </div>
)

const Unfolding = ({ chosen, place, onChoose }: FormListProps) => (
  <label className={styles['unfolding']}>
    <span className={styles['as']}>Share as</span>
    <select
      value={chosen}
      onChange={({ currentTarget }) => onChoose(currentTarget.value as FormId)}
    >
      {groupsAt(place).map(({ name, ids }) => (
        <optgroup key={name} label={name}>
          {ids.map((id) => (
            <option key={id} value={id}>
              {forms[id].name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </label>
)
