export { createFileOutboxStore } from './create-file-outbox-store.js'
