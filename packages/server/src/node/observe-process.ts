import type { App } from '../app-options.js'
import type { Log, Meter } from '../ports.js'
import { createPrometheus } from './create-prometheus.js'
import { type EventLoopLag, measureEventLoopLag } from './event-loop-lag.js'

/** What a process knows of itself. */
export interface ProcessObserver {
  readonly lag: EventLoopLag
  readonly meter: Meter
  /** All measures as Prometheus fetches them, the gauges of `app` among them. */
  readMetrics(app: Pick<App, 'readGauges'>): Promise<string>
}

export function observeProcess(log: Log): ProcessObserver {
  const lag = measureEventLoopLag()
  const { meter, render } = createPrometheus(log)
  return {
    lag,
    meter,
    async readMetrics(app) {
      // measures are wanted most when the database is away
      const gauges = await app.readGauges().catch(() => undefined)
      return render({
        ...gauges,
        kbyt_database_up: gauges ? 1 : 0,
        kbyt_event_loop_lag_seconds: lag.readMs() / 1_000,
      })
    },
  }
}
