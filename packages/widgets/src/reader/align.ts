/** A place where a text came otherwise; an empty side was added or lost. */
export interface Change {
  readonly expected: string
  readonly got: string
  /** Where in the expected text. */
  readonly at: number
}

/** Finds the fewest changes that make one text out of the other, in order. */
export function align(expected: string, got: string): Change[] {
  const from = [...expected]
  const to = [...got]
  const costs = findCosts(from, to)
  const changes: Change[] = []
  let row = from.length
  let column = to.length
  while (row > 0 || column > 0) {
    const cost = costs[row]?.[column] ?? 0
    const letter = from[row - 1] ?? ''
    const other = to[column - 1] ?? ''
    const isSame = row > 0 && column > 0 && letter === other
    if (isSame && costs[row - 1]?.[column - 1] === cost) {
      row--
      column--
    } else if (row > 0 && costs[row - 1]?.[column] === cost - 1) {
      changes.push({ expected: letter, got: '', at: --row })
    } else if (row > 0 && column > 0 && costs[row - 1]?.[column - 1] === cost - 1) {
      changes.push({ expected: letter, got: other, at: --row })
      column--
    } else {
      changes.push({ expected: '', got: other, at: row })
      column--
    }
  }
  return changes.reverse()
}

/** Levenshtein's table: the cost of each beginning against each. */
function findCosts(from: readonly string[], to: readonly string[]): number[][] {
  const costs: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (const [index, letter] of from.entries()) {
    const above = costs[index] ?? []
    const row = [index + 1]
    for (const [column, other] of to.entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1))
    }
    costs.push(row)
  }
  return costs
}
