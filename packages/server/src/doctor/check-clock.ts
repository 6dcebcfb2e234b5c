import { type Finding, fail, ok, warn } from './finding.js'

/** This version was not yet written then. */
const earliestMs = Date.parse('2026-01-01T00:00:00Z')
const noticedMs = 2_000
const tooMuchMs = 30_000

/** Codes, sessions and passes live by the clock: ours must be right, and the database's the same. */
export function checkClock(nowMs: number, databaseMs: number | undefined): Finding {
  const at = new Date(nowMs).toISOString()
  if (nowMs < earliestMs) return fail('clock', `it says ${at}: set it, and keep it by NTP`)
  const apartMs = databaseMs === undefined ? 0 : Math.abs(databaseMs - nowMs)
  const apart = `it is ${Math.round(apartMs / 1_000)} s apart from the database's: keep both by NTP`
  if (apartMs > tooMuchMs) return fail('clock', apart)
  return apartMs > noticedMs ? warn('clock', apart) : ok('clock', at)
}
