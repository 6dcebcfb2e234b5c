import type { Outside } from '../outside.js'

const listSize = 2 ** 16
/** After so many taken slots the list is nearly full and the next one is begun. */
const triesPerList = 64

/** Takes a random free slot in this process's status lists for a pass. */
export type ClaimStatusIndex = (passId: string, validUntil: number) => Promise<number>

export function createClaimStatusIndex({ store, randomBytes, node }: Outside): ClaimStatusIndex {
  let listOrdinal = 1
  const ownList = () => store.declarations.claimStatusList(`${node}/${listOrdinal}`)

  return async (passId, validUntil) => {
    for (;;) {
      const list = await ownList()
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
