import { readFile } from 'node:fs/promises'
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { expect, it } from 'vitest'
import { declare, makeDeclaration, send, setup, signIn } from '../backend.setup.js'
import { createOpenTelemetryTrace } from './open-telemetry.setup.js'

const exporter = new InMemorySpanExporter()
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
)
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

const traceId = '0af7651916cd43dd8448eb211c80319c'
const parentSpanId = 'b7ad6b7169203331'

it('spans each request under the span of its caller, and each call of the store under the request', async () => {
  const backend = await setup({ trace: createOpenTelemetryTrace() })
  const citizen = await signIn(backend)
  exporter.reset()

  const traceparent = `00-${traceId}-${parentSpanId}-01`
  await declare(backend, { ...citizen, traceparent }, makeDeclaration())
  const spans = exporter.getFinishedSpans()
  const request = spans.find(({ kind }) => kind === SpanKind.SERVER)
  const saving = spans.find(({ name }) => name === 'store.declarations.saveDeclaration')

  expect(request).toMatchObject({
    name: 'submitDeclaration',
    parentSpanContext: { spanId: parentSpanId },
    attributes: { endpoint: 'submitDeclaration', status: 201 },
  })
  expect(request?.spanContext().traceId).toBe(traceId)
  expect(saving?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId)
  expect(JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]))).not.toMatch(
    /Thảo|0905|046190001234/,
  )
})

it('is explained with the very adapter that is tested here', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8')
  const page = await read('../../../../docs/how-to/watch-the-server.md')
  const source = await read('./open-telemetry.setup.ts')
  const toBody = (text: string) => text.slice(text.indexOf('const kinds'))

  const shown = /^```typescript\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? ''

  expect(toBody(shown)).toBe(toBody(source))
})

it('begins a trace of its own where the caller sends nothing of the kind', async () => {
  const backend = await setup({ trace: createOpenTelemetryTrace() })
  exporter.reset()

  await send(backend, 'GET', '/v1/config', undefined, { traceparent: 'nonsense' })
  const [request] = exporter.getFinishedSpans()

  expect(request?.parentSpanContext).toBeUndefined()
})

it('marks the span of a failed call of the store, without what the error says', async () => {
  const { store } = await setup()
  const broken = { ...store, ping: () => Promise.reject(new Error('password=CANARY')) }
  const backend = await setup({ store: broken, trace: createOpenTelemetryTrace() })
  exporter.reset()

  await send(backend, 'GET', '/readyz')
  const ping = exporter.getFinishedSpans().find(({ name }) => name === 'store.ping')

  expect(ping?.status).toEqual({ code: SpanStatusCode.ERROR })
  expect(JSON.stringify(ping?.events)).not.toContain('CANARY')
})
