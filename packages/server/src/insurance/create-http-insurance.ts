import { insuredPersonSchema } from '@kbyt/sdk/schema'
import { readBody } from '../http/read-body.js'
import type { InsuranceDirectory } from '../ports.js'

/** Where the insurer, or the host's own service before it, answers. */
export interface HttpInsuranceOptions {
  /** Gets a POST of `{ cardNumber, bhxhNumber }`; answers 200 with an `InsuredPerson`, or 404. */
  readonly url: string
  /** Sent as a bearer token. */
  readonly token?: string | undefined
  /** @defaultValue the global fetch */
  readonly fetch?: typeof globalThis.fetch
}

/** An answer is one person: what is longer is none. */
const maxAnswerBytes = 20_000

/**
 * Asks an insurer over HTTPS. Redirects are refused: the card's number goes to nobody else.
 *
 * @throws {TypeError} The address is neither https nor this machine.
 * @example
 * const insurance = createHttpInsurance({ url: 'https://bhxh.example/lookups', token })
 */
export function createHttpInsurance(options: HttpInsuranceOptions): InsuranceDirectory {
  const { url, token, fetch = globalThis.fetch } = options
  checkAddress(new URL(url))
  return {
    name: 'http',
    async find(card, { signal }) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(card),
      })
      if (!response.ok) {
        await response.body?.cancel()
        if (response.status === 404) return undefined
        throw new Error(`the insurer answered ${response.status}`)
      }
      const bytes = await readBody(response, maxAnswerBytes)
      return insuredPersonSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    },
  }
}

function checkAddress({ protocol, hostname }: URL): void {
  const isOwn = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
  if (protocol !== 'https:' && !(protocol === 'http:' && isOwn)) {
    throw new TypeError('the insurer is asked over https: the number of a card is personal')
  }
}
