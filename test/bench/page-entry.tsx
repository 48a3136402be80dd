import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Lab } from '../../web/lab/lab.tsx'
import '../../web/styles/tokens.css'
import '../../web/styles/base.css'
import { longRunOf } from './long-run.ts'

const root = document.getElementById('root')
// About 1,000 messages, where nothing else is asked for.
const errands = Number(root?.dataset['errands'] ?? 470)
if (root) flushSync(() => createRoot(root).render(<Lab scenario={longRunOf(errands)} />))
