import { use, useEffect } from 'react'
import { goUnderWay, underWayNow } from '../practice/under-way.ts'
import { workshopIn } from '../practice/workshop-now.ts'
import { useHashQuery } from '../ui/hash-location.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Workshop } from './workshop.tsx'
import styles from './course.module.css'

/** The workshop of a link: what cannot be read of it is told, and the rest is under way. */
export const WorkshopPage = () => {
  const query = useHashQuery()
  const { workshop, problems } = use(workshopIn(query))
  const hasSteps = workshop.stations.length > 0
  useEffect(() => {
    const path = `/workshop?${query}`
    if (hasSteps && underWayNow()?.path !== path) goUnderWay({ path })
  }, [query, hasSteps])
  return (
    <div className={styles['page']}>
      <PageHead />
      <main className={styles['main']}>
        {problems.length > 0 && (
          <Notice title="The link could not be read whole.">
            <ul className={styles['problems']}>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
            Everything else opened. Your trainer can give you a new link.
          </Notice>
        )}
        <Workshop key={query} workshop={workshop} path={`/workshop?${query}`} />
      </main>
    </div>
  )
}
