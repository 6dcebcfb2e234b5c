import { fileDeclaration } from '../contract/rows.setup.js'
import { createSqlStore } from './create-sql-store.js'

// A process of its own for durability.test.ts: it files declarations, says the id of each once it is
// kept, and ends when it is killed or nobody holds its input any more.
const [sqlite = '', phoneIndex = ''] = process.argv.slice(2)
process.stdin.on('end', () => process.exit()).resume()

const store = await createSqlStore({ sqlite })
for (;;) {
  const { declaration } = await fileDeclaration(store, { phoneIndex, people: ['anyone'] })
  process.stdout.write(`${declaration.declarationId}\n`)
  await new Promise(setImmediate)
}
