import type { Scenario } from '../../engine/index.ts'
import type { EmbedOptions } from '../element/options.ts'
import { EMBED_HEIGHT } from '../element/options.ts'
import type { Edition } from '../lab/edition.ts'
import { Later } from '../ui/later.tsx'
import type { Form } from './forms.ts'
import { Live } from './live.tsx'
import { Still } from './still.tsx'
import type { Played } from './use-played.ts'
import { titleOf } from './wish.ts'
import styles from './preview.module.css'

interface PreviewProps {
  readonly form: Form
  readonly scenario: Scenario
  readonly edition: Edition
  readonly options: EmbedOptions
  readonly height: number | undefined
  readonly played: Played | undefined
  /** The number of the message at which it opens. */
  readonly opensAt: number
  readonly onOpenAt: (place: number) => void
}

/** What readers will see: the embed itself, or the picture. */
export const Preview = ({ form, height = EMBED_HEIGHT, played, ...props }: PreviewProps) => {
  const { scenario, edition, options, opensAt, onOpenAt } = props
  if (form.live)
    return (
      <Live
        // What has once begun to play goes back to its picture only in a new frame.
        key={options.poster ? 'poster' : 'run'}
        options={options}
        label={titleOf(scenario)}
        height={form.live === 'sized' ? height : undefined}
        opensAt={opensAt}
        onOpenAt={onOpenAt}
      />
    )
  return (
    <section aria-label="Preview">
      <div className={styles['head']}>
        <h2>Preview</h2>
      </div>
      {!form.write && (
        <p className={styles['note']}>
          The same run as the lab draws it: whoever shows the text draws it in a way of their own.
        </p>
      )}
      <Later name="The picture" awaited>
        <Still scenario={scenario} edition={edition} options={options} played={played} />
      </Later>
    </section>
  )
}
