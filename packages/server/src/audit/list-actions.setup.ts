import type { TestBackend } from '../backend.setup.js'

/** What is on record beside who came and went, in order. */
export async function listActions({ store }: Pick<TestBackend, 'store'>) {
  const rows = await store.audit.findRows('main', 1, 1_000)
  return rows.filter(({ action }) => action !== 'sign-in' && action !== 'sign-out')
}
