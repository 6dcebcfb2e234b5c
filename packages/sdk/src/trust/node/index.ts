export { createFileTrustStore } from './create-file-trust-store.js'
