import type { Vault } from '../vault.js'

/**
 * Where the next page of a list begins, sealed: nobody reads it, edits it, or uses it for another list.
 *
 * @param list - Which list, and whose: what {@link openCursor} is given.
 */
export function sealCursor(vault: Vault, list: string, place: unknown): Promise<string> {
  return vault.seal(`cursor ${list}`, place)
}
