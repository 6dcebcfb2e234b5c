const round = (/** @type {number} */ value) => Math.round(value * 10) / 10

/** One line of what became of calls at a rate: how many answers of each kind, when they were kept. @param {import('./send-at-rate.mjs').Outcome} outcome */
export function describeOutcome({ sent, statuses, perSecond }) {
  const times = sent.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  const at = (/** @type {number} */ share) => round(times[Math.floor(times.length * share)] ?? 0)
  const again = sent.filter(({ tries }) => tries > 1).length
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`)
  return (
    `${Math.round(perSecond)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${round(times.at(-1) ?? 0)} ms; ` +
    `${answers.join(', ')}; ${sent.length} kept, ${again} of them sent again`
  )
}
