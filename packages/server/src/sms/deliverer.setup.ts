import { once } from 'node:events'
import { createSqlStore } from '../store/sql/create-sql-store.js'
import { setupOutbox } from './outbox.setup.js'

// A process of its own for sms-processes.test.ts: it delivers what waits in the database of its
// argument, says the id of each message once it asks the gateway, and ends when nothing waits.
const store = await createSqlStore(JSON.parse(process.argv[2] ?? ''))
const { outbox } = setupOutbox(async ({ messageId }) => {
  process.stdout.write(`${messageId}\n`)
  await new Promise((resolve) => setTimeout(resolve, 20))
}, store)

process.stdout.write('ready\n')
await once(process.stdin, 'data')
await outbox.deliver()
await store.close()
process.exit()
