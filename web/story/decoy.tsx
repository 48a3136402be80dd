import type { Matter } from '../../engine/index.ts'
import { RichText } from '../text/rich-text.tsx'
import styles from './attack-ending.module.css'

interface DecoyViewProps {
  readonly matter: Matter
  /** Whether the run that shows it is the one that is played. */
  readonly shown: boolean
  readonly onShow: () => void
}

/** Something that looks as if it helped, why it does not, and the run that shows it. */
export const DecoyView = ({ matter: { name = '', because }, shown, onShow }: DecoyViewProps) => (
  <div className={styles['matter']}>
    <h5 className={styles['name']}>
      <RichText text={name} />
    </h5>
    <p>
      <RichText text={because} />
    </p>
    {shown ? (
      <p className={styles['aside']}>
        This is that run: only <RichText text={name} /> is switched on, and it ends no better.
      </p>
    ) : (
      <button type="button" className={styles['way']} onClick={onShow}>
        Play it with only this switched on
        <span className="visually-hidden">: {name.replaceAll('`', '')}</span>
      </button>
    )}
  </div>
)
