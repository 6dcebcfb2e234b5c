/** Answers everybody may have and keep a while; the rest is private. */
const publicPaths = [/^\/\.well-known\//, /^\/v1\/places\//, /^\/v1\/openapi\.json$/]

/**
 * Headers of every answer: an API's answer is neither stored, framed, sniffed nor run, and no page of
 * another origin takes it in but by CORS.
 */
export function setSecurityHeaders({ headers, ok }: Response, path: string): void {
  const isPublic = ok && publicPaths.some((pattern) => pattern.test(path))
  headers.set('Cache-Control', isPublic ? 'public, max-age=300' : 'no-store')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}
