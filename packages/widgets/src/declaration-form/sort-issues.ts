import type { InputIssue } from '@kbyt/sdk'

/** The order in which the pages ask. */
const asked = [
  'relation',
  'fullName',
  'identityDocument',
  'bornOn',
  'gender',
  'nationality',
  'phone',
  'email',
  'insuranceNumber',
  'provinceCode',
  'districtCode',
  'wardCode',
  'hamlet',
  'street',
  'symptoms',
  'contacts',
  'recentPlaces',
  'conditions',
  'isPregnant',
]

/** Issues as a reader meets their fields: person by person, from the top of the page down. */
export function sortIssues(issues: readonly InputIssue[]): InputIssue[] {
  const rank = ({ path }: InputIssue) => {
    const [room, person] = path.split('.')
    const at = asked.findIndex((name) => path.split('.').includes(name))
    const index = room === 'people' ? Number(person) : Number.POSITIVE_INFINITY
    return { index, at: at === -1 ? asked.length : at }
  }
  return [...issues].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    return a.index === b.index ? a.at - b.at : a.index - b.index
  })
}
