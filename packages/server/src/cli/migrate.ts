import type { Settings } from '../node/settings.js'
import { openStore } from './open-store.js'

/** Brings the tables up to date, as each start does. */
export async function migrate(settings: Settings): Promise<void> {
  const store = await openStore(settings)
  await store.close()
  console.log('The database is up to date.')
}
