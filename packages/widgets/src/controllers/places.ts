import { type Client, getProvince, getProvinces, type Province, type ProvinceList } from '@kbyt/sdk'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/**
 * The administrative units the form offers, fetched province by province as they are needed.
 *
 * Owns: what was fetched, what is under way, what failed. Does not own: which version counts.
 */
export class PlacesController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #provinces = new Map<string, Province>()
  readonly #asked = new Set<string>()
  #list: ProvinceList['provinces'] = []
  #hasFailed = false
  #abort = new AbortController()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Names and codes; empty until they are there. */
  get list(): ProvinceList['provinces'] {
    return this.#list
  }

  get hasFailed(): boolean {
    return this.#hasFailed
  }

  /** The units of a province, once {@link ensure} has fetched them. */
  find(code: string): Province | undefined {
    return this.#provinces.get(code)
  }

  nameOf(code: string): string {
    return this.#list.find((unit) => unit.code === code)?.name ?? code
  }

  /** Fetches the list and these provinces unless they are there or under way. */
  ensure(client: Client, version: string, codes: readonly string[]): void {
    this.#ask('', async (signal) => {
      this.#list = (await getProvinces(client, { version }, { signal })).provinces
    })
    for (const code of codes.filter(Boolean)) {
      this.#ask(code, async (signal) => {
        this.#provinces.set(code, await getProvince(client, { version, code }, { signal }))
      })
    }
  }

  /** Lets what failed be asked for again. */
  retry(): void {
    this.#hasFailed = false
    for (const name of this.#asked) {
      const isThere = name === '' ? this.#list.length > 0 : this.#provinces.has(name)
      if (!isThere) this.#asked.delete(name)
    }
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    this.#abort.abort()
    this.#abort = new AbortController()
    this.retry()
  }

  #ask(name: string, fetchUnits: (signal: AbortSignal) => Promise<void>): void {
    if (this.#asked.has(name)) return
    this.#asked.add(name)
    const { signal } = this.#abort
    const fail = () => {
      if (!signal.aborted) this.#hasFailed = true
    }
    void fetchUnits(signal)
      .catch(fail)
      .finally(() => this.#host.requestUpdate())
  }
}
