import { partyName, type ShownPage } from '../../engine/index.ts'
import styles from './page-view.module.css'

/** A page as the owner sees it: a picture in words, nothing in it can be pressed. */
export const PageView = ({ page }: { readonly page: ShownPage }) => (
  <figure className={styles['page']}>
    <figcaption className={styles['caption']}>
      The page, as {partyName('owner')} sees it (a picture: “What if…” presses other buttons)
    </figcaption>
    <p className={styles['title']}>{page.title}</p>
    {page.text.map((words) => (
      <p key={words}>{words}</p>
    ))}
    {page.fields.map((label) => (
      <p key={label} className={styles['field']}>
        {label}
      </p>
    ))}
    {page.buttons.length > 0 && (
      <p className={styles['buttons']}>
        {page.buttons.map((label) => (
          <span key={label} className={styles['button']}>
            {label}
          </span>
        ))}
      </p>
    )}
  </figure>
)
