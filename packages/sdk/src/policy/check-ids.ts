import type { ReportIssue } from './policy-issue.js'

/** Reports each id that stands in a list for the second time. */
export function checkIds(
  ids: readonly string[],
  toPath: (index: number) => string,
  report: ReportIssue,
) {
  const seen = new Set<string>()
  ids.forEach((id, index) => {
    if (seen.has(id)) report(toPath(index), 'id_twice')
    seen.add(id)
  })
}
