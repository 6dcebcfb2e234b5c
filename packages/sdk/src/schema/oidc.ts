import * as z from 'zod/mini'
import { endpoint } from './endpoint.js'
import { withCode } from './issue.js'

/** Whether a text is a path of the portal itself: no host, no way to name one, nothing invisible. */
const isOwnPath = (text: string) => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)

export const startOidcEndpoint = endpoint({
  id: 'startOidc',
  summary: 'Send an officer’s browser to the OpenID provider; go there, do not fetch it',
  method: 'GET',
  path: '/officers/oidc/start',
  input: z.object({
    /** Where to go afterwards: a path of the portal itself. @defaultValue '/' */
    returnTo: z.optional(
      z.string().check(z.maxLength(500), z.refine(isOwnPath, withCode('invalid_value'))),
    ),
  }),
  output: z.object({}),
  status: 303,
  errors: ['not_found', 'oidc_unavailable'],
})

export const finishOidcEndpoint = endpoint({
  id: 'finishOidc',
  summary: 'Take an officer’s browser back from the OpenID provider, with a session',
  method: 'GET',
  path: '/officers/oidc/callback',
  input: z.object({
    state: z.optional(z.string()),
    code: z.optional(z.string()),
    error: z.optional(z.string()),
  }),
  output: z.object({}),
  status: 303,
  errors: ['not_found', 'forbidden', 'oidc_refused', 'oidc_unavailable', 'audit_unavailable'],
})
