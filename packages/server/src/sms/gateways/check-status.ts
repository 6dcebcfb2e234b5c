import { SmsFailure } from '../sms-failure.js'

/**
 * What an operator's HTTP status says by itself; returns where its answer has to be read.
 *
 * @throws {SmsFailure} `unsent` when there were too many requests, `rejected` for a request it will
 *   not have; `unknown` for errors of its own and redirects, which are not followed.
 */
export function checkStatus(status: number): void {
  if (status >= 200 && status < 300) return
  const reason = `http_${status}`
  if (status === 429) throw new SmsFailure('unsent', reason)
  const isRefusal = status >= 400 && status < 500 && status !== 408
  throw new SmsFailure(isRefusal ? 'rejected' : 'unknown', reason)
}
