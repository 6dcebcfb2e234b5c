import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds on the page, shadow roots included, one line per rule; empty when all is well. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
