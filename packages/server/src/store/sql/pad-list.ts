/**
 * The same values with the last repeated up to the next power of two, or to `size`: `in (…)` finds the
 * same, and a few texts serve lists of any length, so that each keeps its plan.
 */
export function padList<Value>(
  values: readonly Value[],
  size = toPowerOfTwo(values.length),
): Value[] {
  const last = values.at(-1)
  if (last === undefined) return []
  return Array.from({ length: Math.max(size, values.length) }, (_, index) => values[index] ?? last)
}

const toPowerOfTwo = (count: number) => 2 ** Math.ceil(Math.log2(Math.max(count, 1)))
