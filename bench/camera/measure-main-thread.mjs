/**
 * How long the tasks of the page's main thread keep it, in milliseconds of its own processor time, so
 * that other programs on the machine do not count.
 *
 * @param {import('playwright').CDPSession} session
 * @param {number} ms How long to watch.
 */
export async function measureMainThread(session, ms) {
  /** @type {any[]} */
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  })
  await new Promise((resolve) => setTimeout(resolve, ms))
  await session.send('Tracing.end')
  await done
  const tasks = listTasks(events)
  return { tasks: tasks.length, p95: at(tasks, 0.95), p99: at(tasks, 0.99), max: tasks.at(-1) ?? 0 }
}

/** @param {any[]} events */
function listTasks(events) {
  const mains = events.filter(({ args }) => args?.name === 'CrRendererMain')
  return events
    .filter(({ name, pid, tid }) => {
      const isMain = mains.some((main) => main.pid === pid && main.tid === tid)
      return isMain && name === 'ThreadControllerImpl::RunTask'
    })
    .map(({ tdur = 0 }) => tdur / 1_000)
    .sort((a, b) => a - b)
}

/**
 * @param {number[]} sorted
 * @param {number} share
 */
const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
