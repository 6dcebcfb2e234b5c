import { describeStore } from '../store.contract.js'
import { createMemoryStore } from './create-memory-store.js'

describeStore('the memory store', async () => createMemoryStore())
