import type { ErrorCode } from '@kbyt/sdk'
import type { contract } from '@kbyt/sdk/schema'

/** The `id` of an endpoint of the contract, as `submitDeclaration`. */
export type EndpointId = (typeof contract)[number]['id']

/**
 * What goes wrong: the server answers this code; `network` never reaches it; `lost-reply` reaches it,
 * is carried out, and the answer is lost on the way back.
 */
export type Fault = ErrorCode | 'network' | 'lost-reply'

/** What goes wrong from now on. */
export interface MockFaults {
  /** Every call takes this much longer from now on. */
  latency(ms: number): void
  /**
   * Makes the next `times` calls of one endpoint fail.
   *
   * @example
   * mock.faults.failNext('submitDeclaration', 1, 'lost-reply')
   */
  failNext(endpointId: EndpointId, times?: number, fault?: Fault): void
  /** Ends all faults and latency. */
  clear(): void
}

export interface FaultQueue extends MockFaults {
  /** Waits as long as the latency says. */
  wait(): Promise<void>
  /** The fault this call meets, used up. */
  take(endpointId: string | undefined): Fault | undefined
}

export function createFaults(): FaultQueue {
  const queues = new Map<string, Fault[]>()
  let latencyMs = 0
  return {
    latency: (ms) => {
      latencyMs = ms
    },
    failNext: (endpointId, times = 1, fault = 'internal') => {
      const queue = queues.get(endpointId) ?? []
      queues.set(endpointId, [...queue, ...Array<Fault>(times).fill(fault)])
    },
    clear: () => {
      latencyMs = 0
      queues.clear()
    },
    wait: () =>
      latencyMs === 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, latencyMs)),
    take: (endpointId) => (endpointId ? queues.get(endpointId)?.shift() : undefined),
  }
}
