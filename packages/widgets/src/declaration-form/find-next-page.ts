import type { InputIssue } from '@kbyt/sdk'
import type { Draft, Page } from './draft.js'
import { findPage } from './find-page.js'

const check: Page = { name: 'check' }

/** Where "Tiếp tục" leads from a page without issues; `issues` are those of the whole draft. */
export function findNextPage({ page, isComplete }: Draft, issues: readonly InputIssue[]): Page {
  // The first time through, the declarer is asked whether there are relatives.
  if (page.name === 'person' && !isComplete) return { name: 'people' }
  const pages = issues.map(({ path }) => findPage(path)).filter(({ name }) => name !== 'check')
  const byName = (name: Page['name']) => pages.find((each) => each.name === name)
  return byName('person') ?? byName('health') ?? check
}

/** Where "Quay lại" leads; nowhere from the first page. */
export function findPreviousPage({ page, isComplete, people }: Draft): Page | undefined {
  if (page.name === 'check') return { name: 'health', index: people.length - 1 }
  if (isComplete) return check
  if (page.name === 'people') return { name: 'person', index: 0 }
  if (page.name === 'health')
    return page.index === 0 ? { name: 'people' } : { name: 'health', index: page.index - 1 }
  return page.index === 0 ? undefined : { name: 'people' }
}
