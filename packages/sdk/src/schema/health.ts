import * as z from 'zod/mini'
import { endpoint } from './endpoint.js'

export const getHealthEndpoint = endpoint({
  id: 'getHealth',
  summary: 'Whether the process answers',
  method: 'GET',
  path: '//healthz',
  input: z.object({}),
  output: z.object({ status: z.literal('ok') }),
})

export const getReadinessEndpoint = endpoint({
  id: 'getReadiness',
  summary:
    'Whether requests should be sent to this process; `overloaded` names in `issues` what is missing: ' +
    'database, migrations, keys, worker, or that it is stopping',
  method: 'GET',
  path: '//readyz',
  input: z.object({}),
  output: z.object({ status: z.literal('ready') }),
})

export const getMetricsEndpoint = endpoint({
  id: 'getMetrics',
  summary: 'Measures for Prometheus; whoever does not run the server finds nothing here',
  method: 'GET',
  path: '//metrics',
  input: z.object({}),
  output: z.string(),
  produces: ['text/plain'],
  errors: ['not_found'],
})
