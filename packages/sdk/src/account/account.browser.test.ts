import { testHolderStore } from './account.contract.js'
import { createBrowserHolderStore, createMemoryHolderStore } from './index.js'

testHolderStore('memory in Chromium', createMemoryHolderStore)
testHolderStore('IndexedDB', () => createBrowserHolderStore(`account-${crypto.randomUUID()}`))
