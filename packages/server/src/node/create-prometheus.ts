import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { measures } from '../metrics/measures.js'
import type { Log, Meter, MeterLabels } from '../ports.js'

/** From a look-up to what a balancer no longer waits for, in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10]

/** What was measured, kept in this process for Prometheus to fetch. */
export interface Prometheus {
  readonly meter: Meter
  /** All of it as text, with `gauges` as they are now. */
  render(gauges: Readonly<Record<string, number>>): Promise<string>
}

/**
 * Keeps measures under the names they come with. One whose labels are others than at its first time is
 * dropped and logged: what is measured never fails because of the measuring.
 */
export function createPrometheus(log: Log): Prometheus {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counters = new Map<string, Counter>()
  const histograms = new Map<string, Histogram>()
  const gauges = new Map<string, Gauge>()

  const options = (name: string, labels: MeterLabels) => ({
    name,
    help: findHelp(name),
    labelNames: Object.keys(labels),
    registers: [registry],
  })

  function keep(name: string, measure: () => void): void {
    try {
      measure()
    } catch {
      log({ level: 'error', event: 'measure_dropped', name })
    }
  }

  return {
    meter: {
      count: (name, labels, by = 1) =>
        keep(name, () =>
          getOrMake(counters, name, () => new Counter(options(name, labels))).inc(labels, by),
        ),
      observe: (name, value, labels) =>
        keep(name, () =>
          getOrMake(
            histograms,
            name,
            () => new Histogram({ ...options(name, labels), buckets }),
          ).observe(labels, value),
        ),
    },
    async render(current) {
      for (const [name, value] of Object.entries(current)) {
        getOrMake(gauges, name, () => new Gauge(options(name, {}))).set(value)
      }
      return registry.metrics()
    },
  }
}

function getOrMake<Kept>(kept: Map<string, Kept>, name: string, make: () => Kept): Kept {
  const found = kept.get(name) ?? make()
  kept.set(name, found)
  return found
}

const findHelp = (name: string) =>
  Object.entries(measures).find(([known]) => known === name)?.[1] ?? name
