import type { Client, Config } from '@kbyt/sdk'
import { getHamlets } from '@kbyt/sdk/hamlets'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PersonDraft } from './draft.js'

/**
 * The hamlets that ward officers have entered, offered where a hamlet is typed.
 *
 * Owns: what was fetched. Does not own: what is typed, which stays free; so where a list cannot be
 * had nothing is said.
 */
export class HamletsController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #names = new Map<string, readonly string[]>()
  #abort = new AbortController()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Names to choose from; none until {@link ensure} has fetched them. */
  find(ward: string): readonly string[] {
    return this.#names.get(ward) ?? []
  }

  /** Fetches those of the wards people live in, of the portal's own, which alone have officers here. */
  ensure(client: Client, config: Config, people: readonly PersonDraft[]): void {
    for (const { provinceCode, wardCode } of people) {
      const isOwn = provinceCode === config.provinceCode && wardCode !== ''
      if (!isOwn || this.#names.has(wardCode)) continue
      this.#names.set(wardCode, [])
      void this.#fetch(client, config.placesVersion, wardCode)
    }
  }

  hostDisconnected(): void {
    this.#abort.abort()
    this.#abort = new AbortController()
    this.#names.clear()
  }

  async #fetch(client: Client, version: string, ward: string): Promise<void> {
    try {
      const { signal } = this.#abort
      const { hamlets } = await getHamlets(client, { ward, version }, { signal })
      const names = hamlets.map(({ name }) => name)
      this.#names.set(ward, names)
      this.#host.requestUpdate()
    } catch {
      // whoever finds no list types the hamlet, as where nobody has entered one
    }
  }
}
