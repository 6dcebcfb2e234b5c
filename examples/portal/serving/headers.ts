import type { MiddlewareHandler } from 'hono'

// DESIGN.md, "Widgets": word for word. Everything comes from this origin; a partner's page adds the
// API's origin to connect-src.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  'media-src blob:',
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html kbyt 'allow-duplicates'",
].join('; ')

// DESIGN.md, "Widgets": the answer that the scanner's worker is.
export const workerHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
}

const pageHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), screen-wake-lock=(self), otp-credentials=(self), geolocation=(), microphone=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
}

/** Locks the portal's own pages down; the API sets its own headers. */
export const securePages: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(pageHeaders)) {
    if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  }
}
