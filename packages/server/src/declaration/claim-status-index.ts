import type { Outside } from '../outside.js'

const listSize = 2 ** 16
/** After so many taken slots the list is nearly full and the next one is begun. */
const triesPerList = 64

/** Takes a random free slot in this process's status lists for a pass. */
export type ClaimStatusIndex = (passId: string, validUntil: number) => Promise<number>

export function createClaimStatusIndex({ store, randomBytes, node }: Outside): ClaimStatusIndex {
  let listOrdinal = 1
  let own: { readonly ordinal: number; readonly list: number } | undefined

  /** Whose a list is never changes: it is asked once. */
  async function findOwnList(): Promise<number> {
    if (own?.ordinal === listOrdinal) return own.list
    const ordinal = listOrdinal
    const list = await store.declarations.claimStatusList(`${node}/${ordinal}`)
    own = { ordinal, list }
    return list
  }

  return async (passId, validUntil) => {
    for (;;) {
      const list = await findOwnList()
      for (let tries = 0; tries < triesPerList; tries += 1) {
        const [high = 0, low = 0] = randomBytes(2)
        const statusIndex = list * listSize + high * 256 + low
        if (await store.declarations.claimStatusIndex(statusIndex, passId, validUntil)) {
          return statusIndex
        }
      }
      listOrdinal += 1
    }
  }
}
