import type { KeyCheck } from '../store/store.js'
import type { Vault } from '../vault.js'

const name = 'key-check'
const text = 'kbyt'

/** The known text under the keys of a vault. */
export async function makeKeyCheck(vault: Vault): Promise<KeyCheck> {
  return { blindIndex: await vault.index(name, text), sealed: await vault.seal(name, text) }
}

/** Whether a vault opens what was kept, and finds it again. */
export async function fitsKeyCheck(vault: Vault, kept: KeyCheck): Promise<boolean> {
  const opened = await vault.open(name, kept.sealed).catch(() => undefined)
  return opened === text && kept.blindIndex === (await vault.index(name, text))
}
