import type { Outside } from '../outside.js'
import type { OverloadGuard } from '../overload/create-overload-guard.js'

/** How much is under way right now, by the names of {@link measures}. */
export async function readGauges(
  { store, clock }: Outside,
  { running, waiting }: OverloadGuard,
): Promise<Readonly<Record<string, number>>> {
  return {
    kbyt_http_requests_running: running,
    kbyt_http_requests_waiting: waiting,
    kbyt_sms_waiting: await store.sms.countWaiting(clock.now()),
  }
}
