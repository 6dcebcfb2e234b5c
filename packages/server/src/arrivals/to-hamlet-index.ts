import { foldName } from '@kbyt/sdk/schema'
import type { BlindIndex } from '../store/store.js'
import type { Vault } from '../vault.js'

/** Finds the people of one hamlet without showing it: "Tổ 5" and "tổ  5" of one ward meet. */
export function toHamletIndex(vault: Vault, areaCode: string, hamlet: string): Promise<BlindIndex> {
  return vault.index('hamlet', `${areaCode} ${foldName(hamlet)}`)
}
