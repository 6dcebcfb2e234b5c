import { setup, signIn } from '../backend.setup.js'
import type { Store } from '../store/store.js'

let citizens = 0

/** Signs citizens in, each with a phone of their own: two processes would read each other's codes. */
export async function signInCitizens(store: Store, count: number) {
  const backend = await setup({ store, node: 'sign-in' })
  const sessions: Record<string, string>[] = []
  while (sessions.length < count) {
    citizens += 1
    // far from the one before: numbers in a row get no codes
    const number = String(citizens).split('').reverse().join('').padEnd(7, '0')
    sessions.push(await signIn(backend, `+8490${number}`))
  }
  return sessions
}
