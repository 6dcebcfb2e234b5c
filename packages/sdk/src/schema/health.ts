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
