/**
 * Whether one word becomes the other by at most `limit` slips: a letter missing, added, replaced, or two
 * neighbours swapped.
 */
export function isWithinEdits(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [left, right] = [one.slice(start), other.slice(start)]
  if (left === '' || right === '') return left.length + right.length <= limit
  if (limit === 0) return false
  return listSlips(left, right).some(([rest, otherRest]) =>
    isWithinEdits(rest, otherRest, limit - 1),
  )
}

/** What is left to compare after each slip that could explain that two words begin differently. */
function listSlips(left: string, right: string): [string, string][] {
  const isSwap = left.length > 1 && left[0] === right[1] && left[1] === right[0]
  return [
    [left.slice(1), right.slice(1)],
    [left.slice(1), right],
    [left, right.slice(1)],
    ...(isSwap ? [[left.slice(2), right.slice(2)] satisfies [string, string]] : []),
  ]
}
