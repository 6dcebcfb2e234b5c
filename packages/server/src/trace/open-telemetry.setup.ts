import { context, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import type { SpanStart, Trace } from '../ports.js'

// The adapter of docs/how-to/trace-with-opentelemetry.md; a test holds the two together.

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT }

/** Spans go to whatever provider the host has registered with @opentelemetry/api. */
export function createOpenTelemetryTrace(): Trace {
  const tracer = trace.getTracer('kbyt')
  return {
    run: ({ name, kind, traceparent }, work) => {
      const options = { kind: kinds[kind] }
      return tracer.startActiveSpan(name, options, toParent(traceparent), async (span) => {
        try {
          return await work({
            describe(attributes) {
              span.setAttributes(attributes)
              if (attributes.endpoint) span.updateName(String(attributes.endpoint))
            },
          })
        } catch (error) {
          // not the error itself: what a database says may quote a row
          span.setStatus({ code: SpanStatusCode.ERROR })
          throw error
        } finally {
          span.end()
        }
      })
    },
  }
}

function toParent(traceparent: SpanStart['traceparent']) {
  const [, traceId = '', spanId = '', flags = ''] = traceparent?.split('-') ?? []
  if (!traceId) return context.active()
  const traceFlags = flags === '01' ? TraceFlags.SAMPLED : TraceFlags.NONE
  return trace.setSpanContext(context.active(), { traceId, spanId, traceFlags, isRemote: true })
}
