import { mattersIn } from '../../engine/index.ts'
import { switches, type Switch } from '../element/attributes.ts'
import { themes, views, type Theme, type View } from '../element/options.ts'
import { OneOf, OnOff } from '../ui/fields.tsx'
import type { ChoicesProps } from './what.tsx'
import { chosen } from './wish.ts'
import styles from './embed-it.module.css'

const viewWords: Readonly<Record<View, string>> = {
  diagram: 'the diagram',
  messages: 'the messages',
  both: 'both',
}

const themeWords: Readonly<Record<Theme, string>> = {
  auto: 'as the page around it',
  light: 'light',
  dark: 'dark',
}

const switchWords: Readonly<Record<Switch, readonly [name: string, note: string]>> = {
  controls: ['A timeline', 'Readers step, play and drag.'],
  autoplay: ['It plays when it comes into view', 'Not for readers who asked for less motion.'],
  checks: ['Its checks can be switched', 'The run is then played again.'],
  poster: ['A still picture until somebody clicks', 'Nothing is loaded before that.'],
}

/** How the embed looks, and what readers can do with it. */
export const How = ({ scenario, edition, options, onChoose }: ChoicesProps) => (
  <section className={styles['group']} aria-labelledby="how">
    <h2 id="how">How it looks</h2>
    <OneOf
      name="View"
      value={options.view ?? views[0]}
      values={views.map((one) => [one, viewWords[one]] as const)}
      onChoose={(view) => onChoose(chosen(options, 'view', view === views[0] ? undefined : view))}
    />
    <OneOf
      name="Theme"
      value={options.theme ?? themes[0]}
      values={themes.map((one) => [one, themeWords[one]] as const)}
      onChoose={(theme) =>
        onChoose(chosen(options, 'theme', theme === themes[0] ? undefined : theme))
      }
    />
    <div>
      {(Object.keys(switchWords) as Switch[])
        // A lesson has no checks that decide how it ends.
        .filter((name) => name !== 'checks' || mattersIn(scenario, edition).length > 0)
        .map((name) => (
          <OnOff
            key={name}
            name={switchWords[name][0]}
            note={switchWords[name][1]}
            on={options[name] ?? switches[name]}
            onTurn={(on) => onChoose(chosen(options, name, on === switches[name] ? undefined : on))}
          />
        ))}
    </div>
  </section>
)
