import { expect, it } from 'vitest'
import { newKey, phone, send, setup } from '../backend.setup.js'
import { createPrometheus } from '../node/create-prometheus.js'
import type { LogEvent } from '../ports.js'

function createMeasured() {
  const logged: LogEvent[] = []
  const prometheus = createPrometheus((event) => logged.push(event))
  return { logged, ...prometheus }
}

const requestCode = (backend: Awaited<ReturnType<typeof setup>>) =>
  send(
    backend,
    'POST',
    '/v1/otp/challenges',
    { phone, purpose: 'declare' },
    { 'idempotency-key': newKey() },
  )

it('counts and times requests by endpoint and code, and never by what a caller typed', async () => {
  const { meter, render } = createMeasured()
  const backend = await setup({ meter })

  for (let index = 0; index < 6; index += 1) await requestCode(backend)
  await send(backend, 'GET', '/v1/places/2021-03/provinces/46')
  await send(backend, 'GET', '/v1/places/CANARY/provinces/0905123456')
  await send(backend, 'GET', '/CANARY?name=CANARY')
  const text = await render(await backend.app.readGauges())

  expect(text).toContain('kbyt_http_requests_total{endpoint="requestOtp",code="ok"} 5')
  expect(text).toContain(
    'kbyt_rate_limit_hits_total{endpoint="requestOtp",code="otp_rate_limited"} 1',
  )
  expect(text).toContain('kbyt_http_requests_total{endpoint="none",code="not_found"} 1')
  expect(text).toMatch(
    /kbyt_http_request_duration_seconds_bucket\{le="\+Inf",endpoint="getProvince",code="ok"\} 1/,
  )
  expect(text).toMatch(/^kbyt_http_requests_running 0$/m)
  expect(text).toMatch(/^kbyt_sms_waiting \d+$/m)
  for (const canary of ['CANARY', '0905123456', phone]) expect(text).not.toContain(canary)
})

it('measures the process itself', async () => {
  const { render } = createMeasured()

  const text = await render({ kbyt_event_loop_lag_seconds: 0.25 })

  expect(text).toMatch(/^process_resident_memory_bytes \d/m)
  expect(text).toMatch(/^kbyt_event_loop_lag_seconds 0\.25$/m)
  expect(text).toContain('# HELP kbyt_event_loop_lag_seconds How late the process is')
})

it('drops a measure whose labels changed, and says so, instead of failing', async () => {
  const { meter, render, logged } = createMeasured()

  meter.count('kbyt_things_total', { kind: 'a' })
  meter.count('kbyt_things_total', { other: 'b' })

  expect(logged).toEqual([{ level: 'error', event: 'measure_dropped', name: 'kbyt_things_total' }])
  expect(await render({})).toContain('kbyt_things_total{kind="a"} 1')
})
