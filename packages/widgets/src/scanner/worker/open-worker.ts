// TypeScript's DOM library does not know Trusted Types yet (W3C Trusted Types).
interface Page {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): string }
  }
}

/**
 * Starts the worker, also on a page that demands Trusted Types: the policy `kbyt` admits this one
 * address and nothing else.
 *
 * @throws {DOMException} The address is of another origin, or the page's CSP forbids it.
 */
export function openWorker(address: string): Worker {
  const policy = (globalThis as Page).trustedTypes?.createPolicy('kbyt', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(`${asked} is not the scanner's worker.`)
      return asked
    },
  })
  const trusted = policy ? policy.createScriptURL(address) : address
  return new Worker(trusted, { type: 'module', name: 'kbyt-scanner' })
}
