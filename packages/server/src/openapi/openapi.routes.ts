import type { Hono } from 'hono'
import type { HttpEnv } from '../http/http-env.js'
import { createOpenApiDocument } from './create-open-api-document.js'

/** The document is written once, when somebody first asks for it: that takes a twentieth of a second. */
export function addOpenApiRoute(hono: Hono<HttpEnv>): void {
  let text: string | undefined
  hono.get('/v1/openapi.json', (context) => {
    text ??= JSON.stringify(createOpenApiDocument())
    return context.body(text, 200, { 'Content-Type': 'application/json' })
  })
}
