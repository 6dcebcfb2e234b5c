import { type ErrorCode, KbytError } from '@kbyt/sdk'
import type { LimitCount } from '../store/store.js'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Whole seconds until an instant, at least one. */
export function toRetryAfter(atMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((atMs - nowMs) / 1_000))
}

/** @throws {KbytError} `code`, with the seconds to wait, when a window holds more than `max`. */
export function checkLimit(count: LimitCount, max: number, code: ErrorCode, nowMs: number): void {
  if (count.count > max) {
    throw new KbytError(code, { retryAfterSeconds: toRetryAfter(count.resetsAt, nowMs) })
  }
}
