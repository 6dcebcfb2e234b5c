import type { Answer, Arrival } from './rules.setup.js'

/** What it means that a call is answered `ok` though the rules answer it with an error. */
const breaks: Record<Arrival['call'], Readonly<Record<string, string>>> = {
  request: {
    ok: 'two effects of one request',
    otp_rate_limited: 'more codes than the limits allow',
    otp_blocked: 'a code in spite of too many guesses',
  },
  resend: {
    otp_resend_too_soon: 'a code before its wait is over',
    otp_rate_limited: 'more codes than the limits allow',
    otp_blocked: 'a code in spite of too many guesses',
  },
  verify: {
    otp_code_wrong: 'a session without the newest code',
    otp_expired: 'a session from an expired code',
    otp_used: 'two sessions from one code',
    otp_tries_exhausted: 'a sixth try',
  },
  use: { session_expired: 'a session after its end' },
  end: {},
}

/** The promise that an answer breaks. */
export function nameBreak({ call }: Arrival, expected: Answer, said: Answer): string {
  if (said.code === 'otp_code_wrong' && expected.code === 'otp_tries_exhausted')
    return 'a sixth try'
  const broken = said.code === 'ok' ? breaks[call][expected.code] : undefined
  return broken ?? `${call}: ${JSON.stringify(said)} instead of ${JSON.stringify(expected)}`
}
