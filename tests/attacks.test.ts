import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const server = 'packages/server/src'
const sdk = 'packages/sdk/src'

/**
 * Where each server case of ATTACKS.md §10 is a test: the first file has it as the server is asked, further
 * ones as it reaches other rooms. A test is named after its number (`60: …`), or stands under `ATTACKS 60`.
 */
const cases: Readonly<Record<number, readonly string[]>> = {
  49: [`${server}/otp/otp.test.ts`, `${server}/node/two-processes.test.ts`],
  50: [`${server}/otp/otp.test.ts`, `${server}/node/two-processes.test.ts`],
  51: [`${server}/otp/otp.test.ts`],
  52: [`${server}/otp/otp.test.ts`],
  53: [`${server}/otp/otp.test.ts`],
  54: [`${server}/otp/otp.test.ts`],
  55: [`${server}/otp/otp-time.test.ts`],
  56: [`${server}/otp/otp-time.test.ts`],
  57: [`${server}/otp/otp-sending.test.ts`, `${sdk}/schema/phone.test.ts`],
  58: [`${server}/otp/otp-sending.test.ts`, `${sdk}/schema/phone.test.ts`],
  59: [`${server}/otp/otp-sending.test.ts`, `${sdk}/schema/phone.test.ts`],
  60: [`${server}/otp/number-range-breaker.test.ts`],
  61: [`${server}/node/client-address.test.ts`, `${server}/node/open-backend.test.ts`],
  62: [`${server}/otp/otp-sending.test.ts`, `${sdk}/otp/otp.test.ts`],
  63: [`${server}/canary.test.ts`],
  64: [`${server}/otp/otp-sending.test.ts`, `${server}/otp/otp-timing.test.ts`],
  65: [`${server}/otp/otp.test.ts`],
  66: [`${server}/otp/otp-time.test.ts`, `${server}/steady-clock.test.ts`],
  67: [`${server}/otp/otp.test.ts`],
  68: [`${server}/otp/otp-sending.test.ts`, `${server}/node/sms-journey.test.ts`],
  69: [`${server}/otp/otp-sending.test.ts`],
  70: [`${server}/otp/otp.test.ts`],
  71: [`${server}/http/contract.test.ts`, `${server}/declaration/declaration.test.ts`],
  72: [`${server}/declaration/declaration.test.ts`, `${sdk}/schema/declaration-rules.test.ts`],
  73: [`${server}/declaration/declaration.test.ts`, `${sdk}/schema/person-name.test.ts`],
  74: [`${server}/declaration/declaration.test.ts`, `${sdk}/schema/person-name.test.ts`],
  75: [`${server}/declaration/declaration.test.ts`, `${sdk}/schema/calendar-date.test.ts`],
  76: [`${server}/declaration/declaration.test.ts`],
  77: [`${server}/arrivals/export/to-csv-cell.test.ts`],
  78: [`${server}/inspection/inspection.test.ts`],
  79: [`${server}/http/contract.test.ts`],
  80: [
    `${server}/http/contract.test.ts`,
    `${server}/node/open-backend.test.ts`,
    `${server}/matrix/odd-signs.test.ts`,
  ],
  81: [`${server}/http/contract.test.ts`],
  82: [`${server}/http/contract.test.ts`],
  83: [`${server}/idempotency/idempotency.test.ts`, `${server}/node/two-processes.test.ts`],
  84: [`${server}/http/contract.test.ts`, `${server}/arrivals/arrivals.test.ts`],
  85: [`${server}/http/contract.test.ts`],
  86: [`${server}/node/open-backend.test.ts`],
  87: [`${server}/node/open-backend.test.ts`],
  88: [`${server}/inspection/inspection.test.ts`, `${server}/arrivals/arrivals.test.ts`],
  89: [`${server}/inspection/inspection-limits.test.ts`, `${server}/arrivals/reports.test.ts`],
  90: [`${server}/inspection/inspection-limits.test.ts`],
  91: [`${server}/officer/officer.test.ts`, `${server}/officer/changed-rights.test.ts`],
  92: [`${server}/officer/officer.test.ts`, `${server}/officer/account.test.ts`],
  93: [`${server}/officer/officer.test.ts`],
  94: [`${server}/officer/officer.test.ts`],
  95: [`${server}/http/framing.test.ts`],
  96: [
    `${server}/audit/tampering.contract.ts`,
    `${server}/audit/audit.test.ts`,
    `${server}/audit/hash-audit-row.test.ts`,
    `${server}/cli/audit-cut.test.ts`,
  ],
  97: [
    `${server}/audit/audit.test.ts`,
    `${server}/audit/audit-reader.test.ts`,
    `${server}/idempotency/idempotency.test.ts`,
  ],
  103: [`${server}/http/origins.test.ts`],
  109: [`${server}/check-in/outbox.test.ts`, `${sdk}/declaration/declaration.test.ts`],
  110: [`${server}/check-in/outbox.test.ts`, `${sdk}/check-in/flush-outbox.test.ts`],
  111: [`${sdk}/check-in/outbox.browser.test.ts`, `${sdk}/check-in/node/kill.test.ts`],
  112: [`${sdk}/check-in/outbox.browser.test.ts`],
  113: [`${sdk}/check-in/outbox.browser.test.ts`],
  114: [`${server}/check-in/check-in.test.ts`, `${sdk}/check-in/flush-outbox.test.ts`],
  115: [`${sdk}/check-in/outbox.browser.test.ts`],
  116: [`${server}/durability/kill.test.ts`],
  117: [`${server}/node/flood.test.ts`, `${server}/store/sql/paused.test.ts`],
  118: [`${server}/privacy/privacy.test.ts`],
  119: [`${server}/inspection/inspection.test.ts`, `${server}/trust/trust.test.ts`],
}

/** Cases no server can answer, and where they belong. */
const elsewhere: Readonly<Record<number, string>> = {
  98: 'keys of a hardware reader: packages/widgets/src/inspection/inspection.browser.test.ts',
  99: 'pages under a strict policy: widgets',
  100: 'pages with Trusted Types: widgets',
  101: 'a polluted page; that the server judges anew is in http/contract.test.ts: widgets',
  102: 'two SDKs on a page: packages/sdk/src/errors.test.ts and widgets',
  104: 'messages between frames: widgets',
  105: 'a widget bundle with an altered byte: widgets',
  106: 'styles of a partner: widgets',
  107: 'cameras: widgets',
  108: 'captive portals: packages/sdk/src/client/call.test.ts',
}

const numbers = Array.from({ length: 119 - 48 }, (_, index) => 49 + index)

/** Numbers a file has tests of: `60: …`, `63, P9: …`, `ATTACKS 49 to 56, 65`. */
function findNumbers(file: string): Set<number> {
  const source = readFileSync(resolve(root, file), 'utf8')
  const named = [...source.matchAll(/['"`]((?:P?\d+, )*P?\d+): /g)].map(([, list]) => list ?? '')
  const noted = [...source.matchAll(/ATTACKS ((?:\d+(?:, | to | and )?)+)/g)].map(
    ([, list]) => list ?? '',
  )
  return new Set([...named, ...noted].flatMap(toNumbers))
}

function toNumbers(list: string): number[] {
  return [...list.matchAll(/(?<!P|\d)(\d+)(?: to (\d+))?/g)].flatMap(([, from, to]) => {
    const first = Number(from)
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, index) => first + index)
  })
}

describe('the server cases of ATTACKS.md §10', () => {
  it.each(numbers)('%i has its test, or a reason to be elsewhere', (number) => {
    const files = cases[number] ?? []

    const missing = files.filter(
      (file) => !existsSync(resolve(root, file)) || !findNumbers(file).has(number),
    )

    expect(missing).toEqual([])
    expect(files.length > 0).toBe(elsewhere[number] === undefined)
  })

  it('reads numbers from names and notes', () => {
    expect(toNumbers('49 to 51, 65 and 66')).toEqual([49, 50, 51, 65, 66])
    expect(toNumbers('63, P9')).toEqual([63])
  })
})
