import { Notice } from '../ui/notice.tsx'
import { useLmsTroubles } from './lms.ts'

/** What went wrong between this page and the LMS around it. */
export const LmsTroubles = () => {
  const troubles = useLmsTroubles()
  return troubles.length === 0 ? null : (
    <Notice title="The LMS did not take everything.">{troubles.join(' ')}</Notice>
  )
}
