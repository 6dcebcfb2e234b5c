import '../../scripts/typescript-sources.mjs'

/**
 * A backend that logs nothing, bounds no network, and keeps the codes that it would send.
 *
 * @param {Partial<import('@kbyt/server/node').BackendOptions>} options
 */
export async function openBenchBackend(options) {
  // when it is called: who records statements has to be there before the drivers are
  const { openBackend } = await import('@kbyt/server/node')
  /** @type {Map<string, string>} Phone to its newest code. */
  const codes = new Map()
  const backend = await openBackend({
    origins: ['http://localhost'],
    otpRequestsPerNetworkHour: 1_000_000,
    log: () => {},
    sms: {
      name: 'memory',
      isWebOtpAllowed: false,
      send: async ({ to, params }) => {
        codes.set(to, params.code ?? '')
      },
    },
    ...options,
  })

  /** @param {string} phone */
  async function findCode(phone) {
    await backend.app.deliverMessages()
    return codes.get(phone) ?? ''
  }
  return { backend, findCode }
}
