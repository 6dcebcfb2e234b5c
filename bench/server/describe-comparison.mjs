const round = (/** @type {number} */ value) => Math.round(value * 100) / 100

/** @param {import('./compare.mjs').Measured} measured */
function describe({ perSecond, p50, p99, usedMs, databaseMs, refusals }) {
  const rate = `${Math.round(perSecond)}/s, p50 ${round(p50)} ms, p99 ${round(p99)} ms`
  const cost = `processor ${round(usedMs)} ms, of PostgreSQL ${round(databaseMs)} ms`
  const refused = [...refusals].map(([status, count]) => `, ${count} × ${status}`)
  return `${rate}, ${cost}${refused.join('')}`
}

/** What we and a bare handler took, and the ratio between both. @param {import('./compare.mjs').Comparison} comparison */
export function describeComparison({ own, bare }) {
  const byTime = round(own.perSecond / bare.perSecond)
  const byProcessor = round((bare.usedMs + bare.databaseMs) / (own.usedMs + own.databaseMs))
  return [
    `  own:  ${describe(own)}`,
    `  bare: ${describe(bare)}`,
    `  ratio ${byTime} by time, ${byProcessor} by processor`,
  ].join('\n')
}
