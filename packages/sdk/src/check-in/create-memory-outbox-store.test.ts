import { createMemoryOutboxStore } from './create-memory-outbox-store.js'
import { describeOutboxStore } from './outbox-store.contract.js'

describeOutboxStore(() => {
  const store = createMemoryOutboxStore()
  return { store, open: () => store }
})
