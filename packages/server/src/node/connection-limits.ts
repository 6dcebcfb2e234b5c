/**
 * Options for `node:http` so that a slow sender holds no connection for ever: how long the head and
 * the whole of a request may take, and how often that is looked at.
 */
export const connectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
} as const
