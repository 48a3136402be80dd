import type { Form } from './forms.ts'
import type { Subject, Wishes } from './subject.ts'
import styles from './sheet.module.css'

interface WishListProps {
  readonly form: Form
  readonly subject: Subject
  /** Whether this place is another than the beginning and the end. */
  readonly onTheWay: boolean
  readonly wishes: Wishes
  readonly onWish: (wishes: Wishes) => void
}

/** What can be chosen about a form: how much of the run, and in which theme. */
export const WishList = ({ form, subject, onTheWay, wishes, onWish }: WishListProps) => {
  const { place, log } = subject.view
  const [here, whole] = form.extent ?? []
  return (
    <div className={styles['wishes']}>
      {here !== undefined && whole !== undefined && onTheWay && (
        <Choice
          name="extent"
          label="How much"
          value={wishes.extent}
          choices={[
            [
              'here',
              `${here} (${place === 0 ? 'the beginning' : `message ${place} of ${log.length}`})`,
            ],
            ['whole', whole],
          ]}
          onChoose={(extent) => onWish({ ...wishes, extent })}
        />
      )}
      {form.themed && (
        <Choice
          name="theme"
          label="Theme"
          value={wishes.theme}
          choices={[
            ['light', 'light'],
            ['dark', 'dark'],
          ]}
          onChoose={(theme) => onWish({ ...wishes, theme })}
        />
      )}
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly name: string
  readonly label: string
  readonly value: Value
  readonly choices: readonly (readonly [Value, string])[]
  readonly onChoose: (value: Value) => void
}

const Choice = <Value extends string>(props: ChoiceProps<Value>) => {
  const { name, label, value, choices, onChoose } = props
  return (
    <div className={styles['wish']} role="radiogroup" aria-label={label}>
      {choices.map(([each, says]) => (
        <label key={each}>
          <input
            type="radio"
            name={`share-${name}`}
            checked={each === value}
            onChange={() => onChoose(each)}
          />
          {says}
        </label>
      ))}
    </div>
  )
}
