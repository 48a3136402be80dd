import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Lab } from '../../web/lab/lab.tsx'
import '../../web/styles/tokens.css'
import '../../web/styles/base.css'
import { longRun } from './long-run.ts'

const root = document.getElementById('root')
if (root) flushSync(() => createRoot(root).render(<Lab scenario={longRun} />))
