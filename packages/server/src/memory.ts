export { createWebVault } from './crypto/create-web-vault.js'
export { createWebPasswords } from './crypto/web-passwords.js'
export { createMemoryStore } from './store/memory/create-memory-store.js'
