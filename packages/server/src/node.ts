export { createPasswords } from './crypto/node-passwords.js'
export { connectionLimits } from './node/connection-limits.js'
export { type ConsoleGateway, createConsoleGateway } from './node/create-console-gateway.js'
export type { OperatorOptions } from './node/create-is-operator.js'
export { createOidcProvider, type OidcProviderOptions } from './node/create-oidc-provider.js'
export {
  createSmsGateway,
  type OperatorSettings,
  type SmsGatewayOptions,
} from './node/create-sms-gateway.js'
export { type Backend, type BackendOptions, openBackend } from './node/open-backend.js'
export { type RunningServer, type ServeOptions, serveBackend } from './node/serve-backend.js'
