/** @typedef {import('vitest/node').Reporter} Reporter */

/**
 * Closes a run with one plain line, such as `12 passed, 0 failed`, for logs read by machines.
 *
 * @implements {Reporter}
 */
export default class PlainReporter {
  /** @type {NonNullable<Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, errors, reason) {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) count[test.result().state] += 1
      // A file that did not load, or a hook that failed, leaves no failed test behind.
      const hasFailedTest = tests.some((test) => test.result().state === 'failed')
      if (module.state() === 'failed' && !hasFailedTest) count.failed += 1
    }
    const isSetupBroken = reason === 'failed' && count.failed === 0
    const skipped = count.skipped + count.pending
    console.log(
      `${count.passed} passed, ${count.failed + Number(isSetupBroken)} failed` +
        (skipped > 0 ? `, ${skipped} skipped` : ''),
    )
  }
}
